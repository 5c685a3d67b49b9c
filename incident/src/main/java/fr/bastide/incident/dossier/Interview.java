package fr.bastide.incident.dossier;

import fr.bastide.incident.internal.dossier.RecoveryReader;
import fr.bastide.kernel.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is asked when the centre comes back. An answer is never compulsory.
///
/// @param version the version, by date
/// @param questions in order
public record Interview(String version, List<Question> questions) {

  /// A question.
  ///
  /// @param id such as `services-back`
  /// @param kind what an answer looks like
  /// @param returns at which returns it is asked, such as `three-months`
  /// @param ask the question as it is put
  public record Question(String id, Kind kind, List<String> returns, Text ask) {
    public Question {
      returns = List.copyOf(returns);
    }
  }

  /// What an answer looks like.
  public enum Kind {
    /// Yes or no.
    FLAG,
    TEXT
  }

  public Interview {
    questions = List.copyOf(questions);
  }

  /// The questions that come with Bastide.
  public static Interview builtin() {
    return RecoveryReader.builtin().interview();
  }

  /// The questions of a return.
  public List<Question> of(String comeBack) {
    return questions.stream().filter(one -> one.returns().contains(comeBack)).toList();
  }

  /// Yes or no, when an answer says so, in French or English.
  public static Optional<Boolean> flag(String answer) {
    return switch (answer.strip().toLowerCase(Locale.ROOT)) {
      case "yes", "oui", "true" -> Optional.of(true);
      case "no", "non", "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
