package fr.bastide.loop;

import java.util.UUID;

/// The identifier of a person's account.
public record AccountId(UUID value) {

  /// A new identifier.
  public static AccountId random() {
    return new AccountId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
