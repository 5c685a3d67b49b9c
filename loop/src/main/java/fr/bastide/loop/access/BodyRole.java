package fr.bastide.loop.access;

/// What a person is within a public body.
public enum BodyRole {
  /// Mayor, president, director: decides and signs.
  OFFICIAL,
  /// The body's referent for security, or its shared IT service: answers and follows up.
  REFERENT,
  /// Data-protection officer: reads.
  DATA_PROTECTION_OFFICER
}
