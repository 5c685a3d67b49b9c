package fr.bastide.airlock.flow;

import java.util.Base64;
import java.util.Optional;

/// The text forms in which a password's digest is written: Argon2id
/// (`$argon2id$v=19$m=19456,t=2,p=1$SALT$HASH`, the form of the reference implementation) and
/// bcrypt (`$2b$12$…`, 60 characters).
public sealed interface PasswordDigest {

  /// @param kibibytes memory
  /// @param passes iterations
  /// @param lanes parallelism
  @SuppressWarnings("ArrayRecordComponent") // compared in constant time, never by equals
  record Argon2id(int kibibytes, int passes, int lanes, byte[] salt, byte[] hash)
      implements PasswordDigest {}

  /// @param text all of it
  record Bcrypt(String text) implements PasswordDigest {}

  /// Most memory a digest may ask for: who writes the file must not stop the machine by it.
  int MOST_KIBIBYTES = 1 << 16;

  /// Whether a text is one of them.
  static boolean wellFormed(String text) {
    return read(text).isPresent();
  }

  /// The digest in a text, if it is one.
  static Optional<PasswordDigest> read(String text) {
    String[] parts = text.split("\\$", -1);
    return parts.length == 6 && parts[1].equals("argon2id") ? argon2id(parts) : bcrypt(text, parts);
  }

  private static Optional<PasswordDigest> argon2id(String[] parts) {
    String[] costs = parts[3].split(",", -1);
    if (!parts[0].isEmpty() || !parts[2].equals("v=19") || costs.length != 3) {
      return Optional.empty();
    }
    int memory = number(costs[0], "m=");
    int passes = number(costs[1], "t=");
    int lanes = number(costs[2], "p=");
    try {
      byte[] salt = Base64.getDecoder().decode(parts[4]);
      byte[] hash = Base64.getDecoder().decode(parts[5]);
      boolean sound =
          memory >= 8 * lanes
              && memory <= MOST_KIBIBYTES
              && passes >= 1
              && passes <= 16
              && lanes >= 1
              && lanes <= 16
              && salt.length >= 8
              && salt.length <= 64
              && hash.length >= 16
              && hash.length <= 64;
      return sound
          ? Optional.of(new Argon2id(memory, passes, lanes, salt, hash))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Optional<PasswordDigest> bcrypt(String text, String[] parts) {
    boolean shape =
        parts.length == 4
            && parts[0].isEmpty()
            && (parts[1].equals("2a") || parts[1].equals("2b") || parts[1].equals("2y"))
            && parts[3].length() == 53
            && parts[3]
                .chars()
                .allMatch(c -> c == '.' || c == '/' || (c < 128 && Character.isLetterOrDigit(c)));
    int cost = shape ? number(parts[2], "") : -1;
    return cost >= 10 && cost <= 16 ? Optional.of(new Bcrypt(text)) : Optional.empty();
  }

  private static int number(String text, String before) {
    String digits = text.startsWith(before) ? text.substring(before.length()) : "";
    boolean plain =
        !digits.isEmpty()
            && digits.length() <= 7
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return plain ? Integer.parseInt(digits) : -1;
  }
}
