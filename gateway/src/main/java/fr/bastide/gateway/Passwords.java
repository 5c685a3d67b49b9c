package fr.bastide.gateway;

import fr.bastide.airlock.flow.PasswordDigest;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.sshd.common.config.keys.loader.openssh.kdf.BCrypt;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Digests of passwords: Argon2id for new ones (19 MiB, two passes, as OWASP advises), bcrypt read
/// too.
public final class Passwords {

  /// Fewest characters of a new password.
  public static final int LEAST = 12;

  private static final int KIBIBYTES = 19_456;
  private static final int PASSES = 2;
  private static final int SALT = 16;
  private static final int HASH = 32;
  private static final int LONGEST = 1_024;

  /// So many digests at once: each costs memory and time, and anybody may ask for one.
  private static final Semaphore AT_ONCE = new Semaphore(2);

  /// Compared with when there is no such user, so that the answer takes as long.
  private static final PasswordDigest NOBODY =
      new PasswordDigest.Argon2id(KIBIBYTES, PASSES, 1, new byte[SALT], new byte[HASH]);

  private Passwords() {}

  /// The digest of a new password, as it stands in a flows file.
  public static String digest(char[] password) {
    byte[] salt = new byte[SALT];
    new SecureRandom().nextBytes(salt);
    byte[] hash = argon(password, KIBIBYTES, PASSES, 1, salt, HASH);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
        .formatted(KIBIBYTES, PASSES, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  /// Whether a password is the one of a digest; takes about as long when there is no digest.
  ///
  /// @param digest as in a flows file; empty when there is no such user, or they have no password
  public static boolean matches(char[] password, String digest) {
    Optional<PasswordDigest> known = PasswordDigest.read(digest);
    AT_ONCE.acquireUninterruptibly();
    try {
      boolean same = password.length <= LONGEST && compare(password, known.orElse(NOBODY));
      return same && known.isPresent();
    } finally {
      AT_ONCE.release();
    }
  }

  private static boolean compare(char[] password, PasswordDigest digest) {
    return switch (digest) {
      case PasswordDigest.Argon2id argon ->
          MessageDigest.isEqual(
              argon.hash(),
              argon(
                  password,
                  argon.kibibytes(),
                  argon.passes(),
                  argon.lanes(),
                  argon.salt(),
                  argon.hash().length));
      case PasswordDigest.Bcrypt bcrypt -> bcrypt(password, bcrypt.text());
    };
  }

  /// The library writes `2a`; the letter after the 2 tells only who made it.
  private static boolean bcrypt(char[] password, String text) {
    return BCrypt.checkpw(new String(password), "$2a" + text.substring(3));
  }

  private static byte[] argon(
      char[] password, int kibibytes, int passes, int lanes, byte[] salt, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(kibibytes)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    byte[] hash = new byte[length];
    generator.generateBytes(bytes, hash);
    Arrays.fill(bytes, (byte) 0);
    return hash;
  }
}
