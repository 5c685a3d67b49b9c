package fr.bastide.incident.internal;

import fr.bastide.incident.Question;
import fr.bastide.incident.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Answers as files hold them.
final class Values {

  private static final long MOST = 1_000_000_000_000L;

  private Values() {}

  /// The answer written, if it can be one; instants have a reader of their own.
  static Optional<Value> parse(Question question, String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    return switch (question.kind()) {
      case FLAG ->
          switch (word) {
            case "yes", "true", "oui", "vrai" -> Optional.of(new Value.Flag(true));
            case "no", "false", "non", "faux" -> Optional.of(new Value.Flag(false));
            default -> Optional.empty();
          };
      case CHOICE -> question.choice(word).map(choice -> (Value) new Value.Choice(choice.id()));
      case COUNT -> count(word).map(number -> (Value) new Value.Count(number));
      case MOMENT -> Moments.parse(text).map(moment -> (Value) new Value.Moment(moment.instant()));
    };
  }

  /// What can be written, for an error message.
  static List<String> possible(Question question) {
    return switch (question.kind()) {
      case FLAG -> List.of("yes", "no", "unknown");
      case CHOICE -> question.choices().stream().map(Question.Choice::id).toList();
      case COUNT -> List.of("12");
      case MOMENT -> List.of("2026-11-24T08:30");
    };
  }

  /// Whether it says that nobody knows.
  static boolean unknown(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "", "unknown", "inconnu", "?", "null", "~" -> true;
      default -> false;
    };
  }

  private static Optional<Long> count(String text) {
    String digits =
        text.replace(" ", "").replace("_", "").replace("\u00a0", "").replace("\u202f", "");
    if (digits.isEmpty() || digits.length() > 13) {
      return Optional.empty();
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return Optional.empty();
      }
    }
    long number = Long.parseLong(digits);
    return number > MOST ? Optional.empty() : Optional.of(number);
  }
}
