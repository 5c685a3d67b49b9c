package fr.bastide.web.intake;

import fr.bastide.web.admin.Wrong;
import java.util.Map;
import java.util.Optional;

/// The hours as somebody writes them.
///
/// @param fields as [fr.bastide.loop.intake.WrittenHours] has them
/// @param seen the version that is changed
/// @param saved whether they were just kept
/// @param wrong what cannot be understood, if so
public record HoursDraft(
    Map<String, String> fields, int seen, boolean saved, Optional<Wrong> wrong) {

  public HoursDraft {
    fields = Map.copyOf(fields);
  }

  /// What stands in a field.
  public String value(String field) {
    return fields.getOrDefault(field, "");
  }
}
