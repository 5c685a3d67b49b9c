package fr.bastide.detection.stix;

import fr.bastide.document.CanonicalJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.UUID;

/// Identifiers of STIX objects (specification 2.1, section 2.9).
final class StixIds {

  /// The namespace for cyber-observable objects.
  private static final UUID OBSERVABLES = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");

  /// A namespace of our own, for the other objects that are the same whenever they are written.
  private static final UUID OWN = UUID.fromString("6a1f0f6e-3f0b-4c1b-9a0e-5d2d6f7b8c91");

  private StixIds() {}

  /// The identifier of an observable, made of its contributing properties.
  static String observable(String type, Map<String, Object> contributing) {
    return type + "--" + version5(OBSERVABLES, CanonicalJson.compact(contributing));
  }

  /// The identifier of an object that is the same whenever this name is.
  static String named(String type, String name) {
    return type + "--" + version5(OWN, type + "/" + name);
  }

  /// An identifier never used before.
  static String fresh(String type) {
    return type + "--" + UUID.randomUUID();
  }

  /// A name-based UUID by SHA-1 (RFC 9562, section 5.5).
  private static UUID version5(UUID namespace, String name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(
          ByteBuffer.allocate(16)
              .putLong(namespace.getMostSignificantBits())
              .putLong(namespace.getLeastSignificantBits())
              .array());
      ByteBuffer hash = ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
      long high = hash.getLong() & ~0xf000L | 0x5000L;
      long low = hash.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
      return new UUID(high, low);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
