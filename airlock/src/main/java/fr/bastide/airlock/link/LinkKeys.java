package fr.bastide.airlock.link;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/// The keys of a link: the low side signs with Ed25519, the high side is written to with X25519.
/// Each side makes its own pair and carries the public half to the other by hand.
public final class LinkKeys {

  static final int FINGERPRINT_BYTES = 8;

  /// @param open what the other side is given
  /// @param secret what never leaves
  public record Pair(PublicKey open, PrivateKey secret) {}

  /// Which end a pair is for.
  public enum Side {
    LOW("Ed25519"),
    HIGH("X25519");

    private final String algorithm;

    Side(String algorithm) {
      this.algorithm = algorithm;
    }
  }

  private LinkKeys() {}

  /// A new pair.
  public static Pair make(Side side) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(side.algorithm).generateKeyPair();
      return new Pair(pair.getPublic(), pair.getPrivate());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the platform lacks a cipher it must have", impossible);
    }
  }

  /// The public key as one line of base 64 (its X.509 form).
  public static String write(PublicKey key) {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  /// The secret key as one line of base 64 (its PKCS #8 form).
  public static String write(PrivateKey key) {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  /// @throws IllegalArgumentException when the line is no public key of that side
  public static PublicKey readPublic(Side side, String line) {
    try {
      return KeyFactory.getInstance(side.algorithm)
          .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(line.strip())));
    } catch (GeneralSecurityException no) {
      throw new IllegalArgumentException("no public key of the " + side + " side", no);
    }
  }

  /// @throws IllegalArgumentException when the line is no secret key of that side
  public static PrivateKey readSecret(Side side, String line) {
    try {
      return KeyFactory.getInstance(side.algorithm)
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(line.strip())));
    } catch (GeneralSecurityException no) {
      throw new IllegalArgumentException("no secret key of the " + side + " side", no);
    }
  }

  /// The first bytes of the SHA-256 of a public key, by which people and envelopes name it.
  public static byte[] fingerprint(PublicKey key) {
    try {
      return Arrays.copyOf(
          MessageDigest.getInstance("SHA-256").digest(key.getEncoded()), FINGERPRINT_BYTES);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the platform lacks a digest it must have", impossible);
    }
  }
}
