package fr.bastide.loop;

import java.util.UUID;

/// The identifier of a plan.
public record PlanId(UUID value) {

  /// A new identifier.
  public static PlanId random() {
    return new PlanId(UUID.randomUUID());
  }

  /// The identifier written like this.
  ///
  /// @throws NotFound when it is not the form of one
  public static PlanId parse(String written) {
    return new PlanId(Identifiers.uuid(written));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
