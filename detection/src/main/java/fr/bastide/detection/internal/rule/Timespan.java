package fr.bastide.detection.internal.rule;

import java.time.Duration;

/// How long a window is, such as `90m` (Sigma correlation rules specification, "Time Selection").
final class Timespan {

  private static final Duration LONGEST = Duration.ofDays(3_660);

  private Timespan() {}

  /// Reads a number and a letter: s, m, h, d, w, M (30 days) or y (365 days).
  static Duration parse(Yaml value) throws Refused {
    String text = value instanceof Yaml.Scalar scalar ? scalar.text().strip() : "";
    int last = text.length() - 1;
    long number = 0;
    for (int i = 0; i < last && number >= 0; i++) {
      int digit = text.charAt(i) - '0';
      number = digit < 0 || digit > 9 || i > 9 ? -1 : 10 * number + digit;
    }
    Duration unit =
        switch (last < 1 ? ' ' : text.charAt(last)) {
          case 's' -> Duration.ofSeconds(1);
          case 'm' -> Duration.ofMinutes(1);
          case 'h' -> Duration.ofHours(1);
          case 'd' -> Duration.ofDays(1);
          case 'w' -> Duration.ofDays(7);
          case 'M' -> Duration.ofDays(30);
          case 'y' -> Duration.ofDays(365);
          default -> Duration.ZERO;
        };
    Duration span = number < 1 ? Duration.ZERO : unit.multipliedBy(number);
    if (span.isZero() || span.compareTo(LONGEST) > 0) {
      String shown = Refused.clip(text);
      throw new Refused(
          value.line(),
          "La durée «\u00a0"
              + shown
              + "\u00a0» ne se lit pas\u00a0: écrivez un nombre et s, m, h, "
              + "d, w, M ou y, dix ans au plus.",
          "The time span '"
              + shown
              + "' cannot be read: write a number and s, m, h, d, w, M or y,"
              + " ten years at most.");
    }
    return span;
  }
}
