package fr.bastide.loop.intake;

import fr.bastide.incident.Question;
import fr.bastide.incident.reflex.Sign;
import fr.bastide.kernel.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One thing that the form asks. No answer is ever compulsory.
public sealed interface ReportField {

  /// Text in somebody's own words.
  ///
  /// @param key under which the answer is kept
  /// @param kind what is typed
  /// @param label what is asked
  /// @param help what helps to answer, if anything does
  /// @param longest the most characters that are kept
  record Typed(String key, Kind kind, Text label, Optional<Text> help, int longest)
      implements ReportField {}

  /// What is typed into a field.
  enum Kind {
    LINE,
    PHONE,
    MAIL,
    LINES
  }

  /// A question of the incident engine; the answer is kept under its identifier.
  record Asked(Question question) implements ReportField {}

  /// What one sees; each sign that is ticked is kept under `sign.` and its identifier.
  ///
  /// @param first those that most people recognise
  /// @param more the others
  record Seen(List<Sign> first, List<Sign> more) implements ReportField {

    /// What stands before the identifier of a sign.
    public static final String PREFIX = "sign.";

    public Seen {
      first = List.copyOf(first);
      more = List.copyOf(more);
    }

    /// All signs, in the order of the form.
    public List<Sign> all() {
      List<Sign> all = new ArrayList<>(first);
      all.addAll(more);
      return all;
    }
  }
}
