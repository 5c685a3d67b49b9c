package fr.bastide.loop.access;

/// What a person does for the territory as a whole.
public enum CentreRole {
  CSIRT_OPERATOR,
  CSIRT_LEAD,
  PROGRAMME_OFFICER,
  OBSERVATORY_EDITOR,
  ADMINISTRATOR,
  /// Works for the State and sees aggregates alone.
  STATE_OBSERVER
}
