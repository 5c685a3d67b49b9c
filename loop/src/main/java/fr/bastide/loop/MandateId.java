package fr.bastide.loop;

import java.util.UUID;

/// The identifier of a mandate.
public record MandateId(UUID value) {

  /// A new identifier.
  public static MandateId random() {
    return new MandateId(UUID.randomUUID());
  }

  /// The identifier written like this.
  ///
  /// @throws NotFound when it is not the form of one
  public static MandateId parse(String written) {
    return new MandateId(Identifiers.uuid(written));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
