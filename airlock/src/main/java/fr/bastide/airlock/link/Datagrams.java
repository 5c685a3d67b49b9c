package fr.bastide.airlock.link;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Datagrams of the link: what comes from elsewhere, or was damaged, is known as such and dropped.
///
/// A datagram is a mark, a kind, the sender's session (a number that rises with each of its starts,
/// and 8 random bytes) and a count, then its payload under AES-128 in Galois counter mode. The key
/// is derived from the link's shared secret and the session (HKDF of RFC 5869 with SHA-256), so
/// that the count alone is the nonce and is never used twice under one key.
///
/// One object serves one thread.
final class Datagrams {

  static final int SESSION = 16;
  static final int SECRET = 32;

  private static final short MARK = 0x4C42;
  private static final int HEAD = Short.BYTES + Short.BYTES + SESSION + Long.BYTES;
  private static final int TAG = 16;
  private static final int KEY = 16;
  private static final int NONCE = 12;

  /// What a payload says of itself before its symbol: block, data and repair symbols, index.
  static final int BLOCK_HEAD = Long.BYTES + 3;

  /// Bytes of a datagram that are not symbol.
  static final int OVERHEAD = HEAD + BLOCK_HEAD + TAG;

  /// What a datagram carries.
  enum Kind {
    SYMBOL(1),
    HEARTBEAT(2);

    private final short code;

    Kind(int code) {
      this.code = (short) code;
    }

    static Optional<Kind> of(short code) {
      return code == SYMBOL.code
          ? Optional.of(SYMBOL)
          : code == HEARTBEAT.code ? Optional.of(HEARTBEAT) : Optional.empty();
    }
  }

  /// One that was accepted.
  ///
  /// @param payload a view that is valid until the next is read
  record Received(Kind kind, long count, ByteBuffer payload) {}

  private final byte[] secret;
  private final Cipher cipher;
  private final byte[] nonce = new byte[NONCE];
  private final byte[] session = new byte[SESSION];
  private Key key;

  /// Datagrams under a shared secret of 32 bytes, for the session that begins.
  Datagrams(byte[] secret, byte[] session) {
    if (secret.length != SECRET || session.length != SESSION) {
      throw new IllegalArgumentException("a secret has 32 bytes and a session 16");
    }
    this.secret = secret.clone();
    try {
      cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the platform lacks a cipher it must have", impossible);
    }
    System.arraycopy(session, 0, this.session, 0, SESSION);
    key = derive(session);
  }

  /// The session whose datagrams were last read or are written.
  byte[] session() {
    return session.clone();
  }

  /// Where a session stands among those of its sender: a later one is greater.
  static long order(byte[] session) {
    return ByteBuffer.wrap(session).getLong();
  }

  /// Writes a datagram into `out`, which is then ready to be sent.
  ///
  /// @param count never used before in this session
  void write(Kind kind, long count, ByteBuffer payload, ByteBuffer out) {
    out.clear();
    out.putShort(MARK).putShort(kind.code).put(session).putLong(count);
    try {
      init(Cipher.ENCRYPT_MODE, key, out.duplicate().flip(), count);
      cipher.doFinal(payload, out);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the platform lacks a cipher it must have", impossible);
    }
    out.flip();
  }

  /// Reads a datagram, of the last session or a later one; what is not the sender's, was damaged or
  /// belongs to a session that is over is empty.
  ///
  /// @param into where the payload goes; overwritten
  Optional<Received> read(ByteBuffer datagram, ByteBuffer into) {
    int at = datagram.position();
    if (datagram.remaining() < HEAD + TAG || datagram.getShort(at) != MARK) {
      return Optional.empty();
    }
    Optional<Kind> kind = Kind.of(datagram.getShort(at + Short.BYTES));
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    byte[] theirs = new byte[SESSION];
    datagram.get(at + 2 * Short.BYTES, theirs);
    boolean same = Arrays.equals(theirs, session);
    if (!same && Long.compareUnsigned(order(theirs), order(session)) <= 0) {
      return Optional.empty();
    }
    Key theirKey = same ? key : derive(theirs);
    long count = datagram.getLong(at + HEAD - Long.BYTES);
    into.clear();
    try {
      init(Cipher.DECRYPT_MODE, theirKey, datagram.duplicate().limit(at + HEAD), count);
      datagram.position(at + HEAD);
      cipher.doFinal(datagram, into);
    } catch (AEADBadTagException | ShortBufferException notTheSender) {
      return Optional.empty();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the platform lacks a cipher it must have", impossible);
    }
    if (!same) {
      System.arraycopy(theirs, 0, session, 0, SESSION);
      key = theirKey;
    }
    return Optional.of(new Received(kind.get(), count, into.flip()));
  }

  private void init(int mode, Key with, ByteBuffer head, long count)
      throws GeneralSecurityException {
    ByteBuffer.wrap(nonce).putLong(NONCE - Long.BYTES, count);
    cipher.init(mode, with, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
    cipher.updateAAD(head);
  }

  private Key derive(byte[] salt) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              "AES",
              HKDFParameterSpec.ofExtract()
                  .addIKM(new SecretKeySpec(secret, "Generic"))
                  .addSalt(salt)
                  .thenExpand("bastide link".getBytes(StandardCharsets.US_ASCII), KEY));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the platform lacks a cipher it must have", impossible);
    }
  }
}
