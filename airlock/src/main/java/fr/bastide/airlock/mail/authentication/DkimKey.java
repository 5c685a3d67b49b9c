package fr.bastide.airlock.mail.authentication;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// A public key from the DNS (RFC 6376, section 3.6.1).
///
/// @param rsa whether it is one of RSA; one of Ed25519 otherwise
record DkimKey(PublicKey key, boolean rsa) {

  private static final int LEAST_BITS = 1_024;
  private static final int LONGEST = 3_000;

  /// Begins the X.509 form of a bare Ed25519 key (RFC 8410).
  private static final byte[] ED25519 = {
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
  };

  /// @param algorithm that of the signature
  /// @return empty when the record holds no key for it
  static Optional<DkimKey> of(String record, String algorithm) throws GeneralSecurityException {
    Optional<Tags> tags = Tags.of(record);
    boolean rsa = algorithm.startsWith("rsa-");
    if (tags.isEmpty() || !fits(tags.get(), rsa)) {
      return Optional.empty();
    }
    byte[] bytes = Base64.getMimeDecoder().decode(tags.get().get("p"));
    byte[] encoded = bytes;
    if (!rsa) {
      encoded = Arrays.copyOf(ED25519, ED25519.length + bytes.length);
      System.arraycopy(bytes, 0, encoded, ED25519.length, bytes.length);
    }
    PublicKey key =
        KeyFactory.getInstance(rsa ? "RSA" : "Ed25519")
            .generatePublic(new X509EncodedKeySpec(encoded));
    boolean weak = key instanceof RSAPublicKey of && of.getModulus().bitLength() < LEAST_BITS;
    return weak ? Optional.empty() : Optional.of(new DkimKey(key, rsa));
  }

  private static boolean fits(Tags tags, boolean rsa) {
    String value = tags.get("p");
    List<String> hashes = List.of(tags.get("h", "sha256").split(":", -1));
    List<String> services = List.of(tags.get("s", "*").split(":", -1));
    return tags.get("v", "DKIM1").equals("DKIM1")
        && !value.isEmpty()
        && value.length() < LONGEST
        && tags.get("k", "rsa").equals(rsa ? "rsa" : "ed25519")
        && hashes.contains("sha256")
        && (services.contains("*") || services.contains("email"));
  }

  boolean verifies(byte[] input, byte[] signature) throws GeneralSecurityException {
    Signature check = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
    check.initVerify(key);
    check.update(rsa ? input : MessageDigest.getInstance("SHA-256").digest(input));
    try {
      return check.verify(signature);
    } catch (SignatureException misshapen) {
      return false;
    }
  }
}
