package fr.bastide.loop.account;

/// Hashes passwords so that a stolen table is of little use (Argon2id). Port.
public interface PasswordHasher {

  /// The hash of a password, with its own salt and parameters.
  String hash(String password);

  /// Whether the password is the one that was hashed.
  boolean matches(String password, String hash);
}
