package fr.bastide.incident.internal.dossier;

import fr.bastide.kernel.Language;
import java.util.List;

/// A text with places that the case fills, in the languages of its document.
///
/// @param fr in French
/// @param en in English; empty when the document is in French only
record Phrase(List<Segment> fr, List<Segment> en) {

  static final Phrase NONE = new Phrase(List.of(), List.of());

  /// A piece of a phrase.
  sealed interface Segment {}

  /// Words that stay.
  record Words(String text) implements Segment {}

  /// A place that the case fills: `{body}`.
  record Slot(String name) implements Segment {}

  /// A place that only a person can fill: `{?the name}`.
  record Blank(String label) implements Segment {}

  Phrase {
    fr = List.copyOf(fr);
    en = List.copyOf(en);
  }

  List<Segment> in(Language language) {
    return switch (language) {
      case FR -> fr;
      case EN -> en;
    };
  }
}
