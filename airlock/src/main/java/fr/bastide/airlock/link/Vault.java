package fr.bastide.airlock.link;

import fr.bastide.airlock.AirlockException;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BiPredicate;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Originals that did not cross, or may be asked for later: each encrypted in a file of its own
/// under keys made from the low side's storage key.
///
/// A file's name is a keyed digest of its content, which says nothing to who has no key; the same
/// content is kept once. Safe for use by many threads.
public final class Vault {

  private static final String ENDING = ".kept";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final Path folder;
  private final SecretKeySpec content;
  private final SecretKeySpec names;
  private final SecureRandom random = new SecureRandom();

  /// Opens a vault, made when missing.
  ///
  /// @param folder its own folder
  /// @param keys the low side's keys
  public Vault(Path folder, KeyFolder keys) throws IOException {
    this.folder = DurableFiles.privateFolder(folder);
    byte[] storage = keys.storage();
    content = new SecretKeySpec(derived(storage, "bastide vault content"), "AES");
    names = new SecretKeySpec(derived(storage, "bastide vault names"), "HmacSHA256");
    try (DirectoryStream<Path> halves = Files.newDirectoryStream(folder, "*.part")) {
      for (Path half : halves) {
        Files.deleteIfExists(half);
      }
    }
  }

  private static byte[] derived(byte[] key, String purpose) {
    return mac(new SecretKeySpec(key, "HmacSHA256"), purpose.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] mac(SecretKeySpec key, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the platform lacks a cipher it must have", impossible);
    }
  }

  /// Keeps a content; it is on the disk when this returns.
  ///
  /// @return the name to ask for it by
  public String keep(byte[] bytes) throws IOException {
    String name = HexFormat.of().formatHex(mac(names, bytes));
    Path file = folder.resolve(name + ENDING);
    if (Files.exists(file)) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      return name;
    }
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    Path half = Files.createTempFile(folder, name, ".part");
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, name).doFinal(bytes);
      ByteBuffer all = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).flip();
      DurableFiles.write(half, all);
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
      DurableFiles.sync(folder);
      return name;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the platform lacks a cipher it must have", impossible);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  /// A content by its name; empty when it is no longer kept.
  public Optional<byte[]> read(String name) throws IOException {
    Path file = folder.resolve(checked(name) + ENDING);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    byte[] all = Files.readAllBytes(file);
    try {
      if (all.length < NONCE) {
        throw new GeneralSecurityException("too short");
      }
      byte[] nonce = Arrays.copyOf(all, NONCE);
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, nonce, name).doFinal(all, NONCE, all.length - NONCE));
    } catch (GeneralSecurityException changed) {
      throw new AirlockException(
          new Text(
              "Un original conservé est abîmé, ou la clé de stockage a changé\u00a0: " + file,
              "A kept original is damaged, or the storage key was changed: " + file),
          changed);
    }
  }

  /// Removes what is over.
  ///
  /// @param over told the name and when it was kept last
  /// @return how many were removed
  public int clear(BiPredicate<String, Instant> over) throws IOException {
    int removed = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        Instant kept = Files.getLastModifiedTime(file).toInstant();
        if (over.test(name.substring(0, name.length() - ENDING.length()), kept)
            && Files.deleteIfExists(file)) {
          removed++;
        }
      }
    }
    return removed;
  }

  private static String checked(String name) {
    boolean hex =
        name.length() == 64
            && name.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    if (!hex) {
      throw new IllegalArgumentException("no name of this vault");
    }
    return name;
  }

  private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, content, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(name.getBytes(StandardCharsets.US_ASCII));
    return cipher;
  }
}
