package fr.bastide.loop;

import java.util.UUID;

/// The identifier of an assessment.
public record AssessmentId(UUID value) {

  /// A new identifier.
  public static AssessmentId random() {
    return new AssessmentId(UUID.randomUUID());
  }

  /// The identifier written like this.
  ///
  /// @throws NotFound when it is not the form of one
  public static AssessmentId parse(String written) {
    return new AssessmentId(Identifiers.uuid(written));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
