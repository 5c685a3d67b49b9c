package fr.bastide.loop.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Computes the seal of each entry: HMAC-SHA-256 (RFC 2104) over the previous seal and the entry's
/// fields, each preceded by its length so that no two entries are written alike. The key stays in
/// the data directory, so that whoever has the database alone cannot write a new chain.
public final class JournalChain {

  /// The seal before the first entry.
  public static final String GENESIS = "0".repeat(64);

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /// A chain with this key, at least 32 bytes.
  public JournalChain(byte[] key) {
    if (key.length < 32) {
      throw new IllegalArgumentException("the journal's key needs at least 32 bytes");
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /// The seal of an event at a place of the chain.
  ///
  /// @param previous the seal of the entry before, [#GENESIS] for the first
  public String seal(String previous, long sequence, JournalEvent event) {
    Mac mac = mac();
    mac.update(HexFormat.of().parseHex(previous));
    mac.update(ByteBuffer.allocate(Long.BYTES).putLong(0, sequence));
    field(mac, event.at().toString());
    field(mac, event.actor().map(Object::toString).orElse(""));
    field(mac, event.act());
    field(mac, event.body().map(Object::toString).orElse(""));
    field(mac, event.object());
    return HexFormat.of().formatHex(mac.doFinal());
  }

  /// Whether this is written as seals are: 64 hexadecimal digits in lower case.
  static boolean isSeal(String written) {
    return written.length() == GENESIS.length()
        && written.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
  }

  private static void field(Mac mac, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
    mac.update(bytes);
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
    }
  }
}
