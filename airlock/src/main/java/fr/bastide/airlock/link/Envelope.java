package fr.bastide.airlock.link;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.DecapsulateException;
import javax.crypto.KEM;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The canonical form of an item on its way: encrypted for the high side, signed by the low side.
///
/// In order: a mark and version, the fingerprints of both keys (8 bytes each), a key encapsulated
/// for the high side's X25519 key (DHKEM of RFC 9180, section 4.1), the item under AES-256 in
/// Galois counter mode, and the low side's Ed25519 signature (RFC 8032) over the SHA-512 of all of
/// it, since Ed25519 itself would read a large envelope twice. The encapsulated key is new for
/// every envelope, so that the nonce may be one and the same. What is not exactly this is refused;
/// whether an item was seen before is for who keeps the numbers.
public final class Envelope {

  /// What became of an envelope on the high side.
  public sealed interface Opened {
    /// The item, as it was sealed.
    record Good(Item item) implements Opened {}

    /// It is not what the low side sealed for this high side.
    record Bad(Fault fault) implements Opened {}
  }

  /// Why an envelope is refused.
  public enum Fault {
    /// It is no envelope, or not whole.
    FORM,
    /// It was sealed for another high side, or by another low side: keys were changed on one end.
    KEYS,
    /// The low side did not sign it.
    SIGNATURE,
    /// It does not decrypt, or what is inside is no item.
    CONTENT
  }

  private static final byte[] MARK = "BASTIDE1".getBytes(StandardCharsets.US_ASCII);
  private static final int FINGERPRINT = LinkKeys.FINGERPRINT_BYTES;
  private static final int ENCAPSULATION = 32;
  private static final int SIGNATURE = 64;
  private static final int TAG_BITS = 128;
  private static final int HEAD = MARK.length + 2 * FINGERPRINT + ENCAPSULATION;
  private static final byte[] NONCE = new byte[12];

  private Envelope() {}

  /// Seals an item.
  ///
  /// @param low the low side's Ed25519 keys
  /// @param high the high side's X25519 public key
  public static byte[] seal(Item item, LinkKeys.Pair low, PublicKey high) {
    try {
      KEM.Encapsulated key = KEM.getInstance("DHKEM").newEncapsulator(high).encapsulate();
      byte[] plain = write(item);
      ByteBuffer out = ByteBuffer.allocate(HEAD + plain.length + TAG_BITS / 8 + SIGNATURE);
      out.put(MARK).put(LinkKeys.fingerprint(low.open())).put(LinkKeys.fingerprint(high));
      out.put(key.encapsulation());
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key.key(), out.array());
      out.put(cipher.doFinal(plain));
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(low.secret());
      signature.update(digest(out.array(), out.position()));
      out.put(signature.sign());
      return out.array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the platform lacks a cipher it must have", impossible);
    }
  }

  /// Opens an envelope.
  ///
  /// @param low the low side's Ed25519 public key
  /// @param high the high side's X25519 keys
  public static Opened open(byte[] envelope, PublicKey low, LinkKeys.Pair high) {
    if (envelope.length < HEAD + TAG_BITS / 8 + SIGNATURE
        || !Arrays.equals(envelope, 0, MARK.length, MARK, 0, MARK.length)) {
      return new Opened.Bad(Fault.FORM);
    }
    int at = MARK.length;
    if (!isAt(envelope, at, LinkKeys.fingerprint(low))
        || !isAt(envelope, at + FINGERPRINT, LinkKeys.fingerprint(high.open()))) {
      return new Opened.Bad(Fault.KEYS);
    }
    int end = envelope.length - SIGNATURE;
    try {
      if (!signed(envelope, end, low)) {
        return new Opened.Bad(Fault.SIGNATURE);
      }
      byte[] encapsulation = Arrays.copyOfRange(envelope, HEAD - ENCAPSULATION, HEAD);
      return new Opened.Good(read(decrypt(envelope, end, encapsulation, high.secret())));
    } catch (GeneralSecurityException
        | IOException
        | DateTimeException
        | IllegalArgumentException broken) {
      return new Opened.Bad(Fault.CONTENT);
    }
  }

  private static boolean signed(byte[] envelope, int end, PublicKey low)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    try {
      signature.initVerify(low);
      signature.update(digest(envelope, end));
      return signature.verify(envelope, end, SIGNATURE);
    } catch (InvalidKeyException | SignatureException not) {
      return false;
    }
  }

  private static byte[] digest(byte[] envelope, int length) throws GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-512");
    digest.update(envelope, 0, length);
    return digest.digest();
  }

  private static byte[] decrypt(byte[] envelope, int end, byte[] encapsulation, PrivateKey high)
      throws GeneralSecurityException {
    try {
      SecretKey key = KEM.getInstance("DHKEM").newDecapsulator(high).decapsulate(encapsulation);
      return cipher(Cipher.DECRYPT_MODE, key, envelope).doFinal(envelope, HEAD, end - HEAD);
    } catch (DecapsulateException broken) {
      throw new GeneralSecurityException("the key cannot be taken out", broken);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] envelope)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode, new SecretKeySpec(key.getEncoded(), "AES"), new GCMParameterSpec(TAG_BITS, NONCE));
    cipher.updateAAD(envelope, 0, HEAD);
    return cipher;
  }

  private static boolean isAt(byte[] envelope, int at, byte[] wanted) {
    return Arrays.equals(envelope, at, at + wanted.length, wanted, 0, wanted.length);
  }

  /// An item as bytes, unsealed.
  static byte[] write(Item item) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(item.content().length + 1024);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(item.number());
      out.writeLong(item.made().toEpochMilli());
      write(out, item.flow().getBytes(StandardCharsets.UTF_8));
      write(out, item.name().getBytes(StandardCharsets.UTF_8));
      write(out, item.type().getBytes(StandardCharsets.UTF_8));
      write(out, item.receipt());
      write(out, item.content());
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory", impossible);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /// The item these bytes are.
  static Item read(byte[] plain) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
      long number = in.readLong();
      Instant made = Instant.ofEpochMilli(in.readLong());
      String flow = new String(part(in), StandardCharsets.UTF_8);
      String name = new String(part(in), StandardCharsets.UTF_8);
      String type = new String(part(in), StandardCharsets.UTF_8);
      Item item = new Item(number, made, flow, name, type, part(in), part(in));
      if (in.available() > 0) {
        throw new IOException("more than an item");
      }
      return item;
    }
  }

  private static byte[] part(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("a length that cannot be");
    }
    return in.readNBytes(length);
  }
}
