package fr.bastide.incident.internal.dossier;

import fr.bastide.document.Fields;
import fr.bastide.document.Findings;
import fr.bastide.document.Yaml;
import fr.bastide.kernel.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads phrases: `{name}` is a place that the case fills, `{?label}` one that only a person can.
final class PhraseReader {

  private static final int LONGEST = 4000;

  private final List<Language> languages;
  private final Predicate<String> known;
  private final Findings findings;

  /// @param languages those that a phrase must have
  /// @param known which places the case can fill
  PhraseReader(List<Language> languages, Predicate<String> known, Findings findings) {
    this.languages = languages;
    this.known = known;
    this.findings = findings;
  }

  /// The phrase of a field that must be there.
  Phrase read(Fields fields, String key) {
    return fields.need(key).map(yaml -> read(yaml, fields.placeOf(key))).orElse(Phrase.NONE);
  }

  Optional<Phrase> readOr(Fields fields, String key) {
    return fields.find(key).map(yaml -> read(yaml, fields.placeOf(key)));
  }

  private Phrase read(Yaml yaml, String place) {
    Fields texts = Fields.of(yaml, place, findings).known("fr", "en");
    return ofFields(texts);
  }

  /// The phrase of a mapping that has the languages among its keys.
  Phrase ofFields(Fields texts) {
    String fr = texts.text("fr", LONGEST);
    String en =
        languages.contains(Language.EN) ? texts.text("en", LONGEST) : texts.textOr("en", LONGEST);
    return new Phrase(segments(fr, texts, "fr"), segments(en, texts, "en"));
  }

  private List<Phrase.Segment> segments(String text, Fields at, String key) {
    List<Phrase.Segment> segments = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int open = text.indexOf('{', from);
      int close = open < 0 ? -1 : text.indexOf('}', open);
      if (close < 0) {
        segments.add(new Phrase.Words(text.substring(from)));
        break;
      }
      if (open > from) {
        segments.add(new Phrase.Words(text.substring(from, open)));
      }
      segments.add(segment(text.substring(open + 1, close), at, key));
      from = close + 1;
    }
    return segments;
  }

  private Phrase.Segment segment(String inside, Fields at, String key) {
    if (inside.startsWith("?")) {
      String label = inside.substring(1).strip();
      if (label.isEmpty() || label.indexOf('[') >= 0 || label.indexOf(']') >= 0) {
        findings.missing(at.lineOf(key), at.placeOf(key), "?");
        return new Phrase.Words("?");
      }
      return new Phrase.Blank(label);
    }
    if (!known.test(inside)) {
      findings.unknown(at.lineOf(key), at.placeOf(key), inside, List.of());
    }
    return new Phrase.Slot(inside);
  }
}
