package fr.bastide.store.internal;

import fr.bastide.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds an account of the system that has a name and no privileges.
final class NamedUser {

  private static final Path ACCOUNTS = Path.of("/etc/passwd");

  private NamedUser() {}

  /// The account `nobody`, which every distribution has.
  static ServerUser.Unprivileged withoutPrivileges() {
    try {
      return find(Files.readAllLines(ACCOUNTS, StandardCharsets.ISO_8859_1))
          .orElseThrow(() -> missing(null));
    } catch (IOException e) {
      throw missing(e);
    }
  }

  static Optional<ServerUser.Unprivileged> find(List<String> accounts) {
    return accounts.stream()
        .map(line -> line.split(":", -1))
        .filter(f -> f.length >= 4 && f[0].equals("nobody") && numeric(f[2]) && numeric(f[3]))
        .map(f -> new ServerUser.Unprivileged(Integer.parseInt(f[2]), Integer.parseInt(f[3])))
        .findFirst();
  }

  private static boolean numeric(String field) {
    return !field.isEmpty() && field.length() < 10 && field.chars().allMatch(Character::isDigit);
  }

  private static StoreException missing(@org.jspecify.annotations.Nullable IOException cause) {
    var error =
        StoreException.of(
            "Le compte «\u00a0nobody\u00a0» manque dans /etc/passwd\u00a0: lancez Bastide sous un"
                + " utilisateur ordinaire.",
            "The account “nobody” is missing from /etc/passwd: start Bastide as an ordinary user.");
    if (cause != null) {
      error.addSuppressed(cause);
    }
    return error;
  }
}
