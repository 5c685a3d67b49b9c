package fr.bastide.gateway;

import org.apache.sshd.common.config.keys.loader.openssh.kdf.BCrypt;

/// Bcrypt digests for tests, at the least cost that is taken.
final class Bcrypts {

  private Bcrypts() {}

  /// Salt and digest, what follows the cost.
  static String tail(String password) {
    String all = BCrypt.hashpw(password, BCrypt.gensalt(10));
    return all.substring(all.lastIndexOf('$') + 1);
  }
}
