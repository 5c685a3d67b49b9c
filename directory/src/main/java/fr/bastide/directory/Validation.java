package fr.bastide.directory;

import java.time.LocalDate;

/// The centre has read an entry and found it right.
///
/// @param by who validated
/// @param on the day
public record Validation(String by, LocalDate on) {

  /// Whether the validation is not older than some months on a day.
  public boolean currentAt(LocalDate day, int months) {
    return !day.isBefore(on) && !day.isAfter(on.plusMonths(months));
  }
}
