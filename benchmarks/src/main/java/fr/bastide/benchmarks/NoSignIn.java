package fr.bastide.benchmarks;

import fr.bastide.loop.account.PasswordHasher;

/// Nobody signs in with a password in a bench: no hash ever matches.
final class NoSignIn implements PasswordHasher {

  @Override
  public String hash(String password) {
    return "none";
  }

  @Override
  public boolean matches(String password, String hash) {
    return false;
  }
}
