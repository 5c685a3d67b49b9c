package fr.bastide.incident.rsit;

import fr.bastide.kernel.Text;

/// A type of incident of the Reference Security Incident Taxonomy (TF-CSIRT, version 1003), by its
/// own identifiers and in our words.
///
/// @param id category and type, such as `malicious-code/infected-system`
/// @param name for people
/// @param meaning what belongs to it
public record IncidentType(String id, Text name, Text meaning) {

  /// The category: what stands before the slash.
  public String category() {
    return id.substring(0, id.indexOf('/'));
  }
}
