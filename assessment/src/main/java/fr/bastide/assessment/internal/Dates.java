package fr.bastide.assessment.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// Dates as files hold them.
final class Dates {

  private Dates() {}

  /// A date of this century written `2026-11-24`, if it is one.
  static Optional<LocalDate> parse(String text) {
    if (text.length() != 10 || !text.startsWith("20")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notDate) {
      return Optional.empty();
    }
  }
}
