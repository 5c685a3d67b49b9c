package fr.bastide.loop;

import java.util.UUID;

/// The identifier of a provider.
public record ProviderId(UUID value) {

  /// A new identifier.
  public static ProviderId random() {
    return new ProviderId(UUID.randomUUID());
  }

  /// The identifier written like this.
  ///
  /// @throws NotFound when it is not the form of one
  public static ProviderId parse(String written) {
    return new ProviderId(Identifiers.uuid(written));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
