package fr.bastide.incident.internal.dossier;

import fr.bastide.incident.condition.Condition;
import fr.bastide.incident.dossier.DossierKind;
import fr.bastide.incident.dossier.Part;
import java.util.List;
import java.util.Optional;

/// The texts of one kind of document.
///
/// @param kind what it makes
/// @param title its title
/// @param comeBack the return whose questions it asks, if it does
/// @param parts in order
record Template(DossierKind kind, Phrase title, Optional<String> comeBack, List<Section> parts) {

  Template {
    parts = List.copyOf(parts);
  }

  /// A part.
  record Section(Part.Role role, Condition when, Phrase title, List<Piece> blocks) {
    Section {
      blocks = List.copyOf(blocks);
    }
  }

  /// A text that is there when a condition holds.
  ///
  /// @param gate how a duty must stand besides, if one must
  /// @param unknown what stands there while nobody knows whether the condition holds
  record Choice(Condition when, Optional<Gate> gate, Phrase text, Optional<Phrase> unknown) {}

  /// How a duty must stand.
  record Gate(String duty, State state) {

    /// How a duty stands.
    enum State {
      /// It binds, or may, and is not done.
      OPEN,
      DONE
    }
  }

  /// A block.
  sealed interface Piece {
    String id();
  }

  record Heading(String id, Condition when, int level, Phrase text) implements Piece {}

  record Paragraph(String id, Choice text) implements Piece {}

  record Items(String id, Condition when, boolean ordered, List<Choice> items) implements Piece {
    Items {
      items = List.copyOf(items);
    }
  }

  record Form(String id, Condition when, Phrase caption, List<Row> rows) implements Piece {
    Form {
      rows = List.copyOf(rows);
    }
  }

  /// A row of a form.
  sealed interface Row {

    /// A question with its answer.
    record Fact(String question) implements Row {}

    /// A text beside a label.
    record Said(Condition when, Phrase label, Phrase text) implements Row {}
  }

  /// A table of what the case holds.
  ///
  /// @param empty what stands there when there is nothing
  record Listing(String id, Condition when, Source source, Phrase caption, Phrase empty)
      implements Piece {}

  /// What a table lists.
  enum Source {
    /// What the law asks, of the duties of the kind.
    DUTIES,
    /// Missions that are degraded or stopped.
    EFFECTS,
    DAMAGE,
    EVIDENCE,
    TIMELINE,
    OBSERVABLES,
    CONTACTS,
    UNITS,
    /// Questions whose answers would change the document.
    OPEN,
    /// Questions and answers of the interview of a return.
    INTERVIEW,
    /// What let the incident happen, and what helps against it.
    CAUSES,
    /// Measures of the plan.
    MEASURES,
    /// Measures that the causes call for and that the plan lacks.
    UNPLANNED
  }
}
