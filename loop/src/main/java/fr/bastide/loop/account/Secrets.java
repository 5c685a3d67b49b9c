package fr.bastide.loop.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// Makes the secrets of links and tokens: 256 random bits, of which only a hash is kept.
public final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /// A secret and what is kept of it.
  ///
  /// @param value what the person gets, 43 URL-safe characters
  /// @param hash what is kept
  public record Secret(String value, String hash) {

    @Override
    public String toString() {
      return "Secret[…]";
    }
  }

  /// A new secret.
  public static Secret fresh() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    String value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return new Secret(value, hash(value));
  }

  /// SHA-256 of a secret, in 64 hexadecimal digits. A plain hash is enough for 256 random bits.
  public static String hash(String value) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(value.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
