package fr.bastide.airlock.receipt;

import fr.bastide.airlock.AirlockException;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/// The Ed25519 pair with which an operator seals receipts, in a file of two lines of base 64: the
/// public half (X.509), the secret half (PKCS #8).
public final class OperatorKey {

  static final String ALGORITHM = "Ed25519";
  private static final int LONGEST_FILE = 4096;

  private final PublicKey open;
  private final PrivateKey secret;

  private OperatorKey(PublicKey open, PrivateKey secret) {
    this.open = open;
    this.secret = secret;
  }

  /// The pair in a file; made on first use, readable by its owner alone.
  ///
  /// @throws AirlockException when the file is no such pair or cannot be read or made
  public static OperatorKey in(Path file) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      return read(file);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException wrong) {
      throw unusable(file, wrong);
    }
  }

  /// The public half alone, from a file whose first line it is.
  ///
  /// @throws AirlockException when the file does not begin with one
  public static String publicHalf(Path file) {
    try {
      if (Files.size(file) > LONGEST_FILE) {
        throw new IOException("too long");
      }
      List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
      if (lines.isEmpty()) {
        throw new IOException("empty");
      }
      publicKey(lines.getFirst());
      return lines.getFirst().strip();
    } catch (IOException | GeneralSecurityException | IllegalArgumentException wrong) {
      throw unusable(file, wrong);
    }
  }

  private static AirlockException unusable(Path file, Exception wrong) {
    return new AirlockException(
        new Text(
            "La clé des reçus %s est illisible\u00a0: vérifiez vos droits, ou donnez un autre fichier."
                .formatted(file),
            "The receipt key %s cannot be used: check your rights, or name another file."
                .formatted(file)),
        wrong);
  }

  private static void make(Path file) throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    Base64.Encoder base64 = Base64.getEncoder();
    String lines =
        base64.encodeToString(pair.getPublic().getEncoded())
            + "\n"
            + base64.encodeToString(pair.getPrivate().getEncoded())
            + "\n";
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("no folder");
    }
    Files.createDirectories(folder);
    Path draft = Files.createTempFile(folder, ".key", ".new", ownerOnly(folder));
    try {
      Files.writeString(draft, lines, StandardCharsets.US_ASCII);
      // A link, not a move: of two that begin at once the second must not replace the first's key.
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException other) {
      return;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static OperatorKey read(Path file) throws IOException, GeneralSecurityException {
    if (Files.size(file) > LONGEST_FILE) {
      throw new IOException("too long");
    }
    List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
    if (lines.size() != 2) {
      throw new IOException("not two lines");
    }
    OperatorKey key =
        new OperatorKey(
            publicKey(lines.get(0)),
            KeyFactory.getInstance(ALGORITHM)
                .generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(1).strip()))));
    byte[] trial = {1};
    if (!verifies(key.open, trial, key.sign(trial))) {
      throw new GeneralSecurityException("the halves are of two pairs");
    }
    return key;
  }

  static PublicKey publicKey(String line) throws GeneralSecurityException {
    return KeyFactory.getInstance(ALGORITHM)
        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(line.strip())));
  }

  static boolean verifies(PublicKey key, byte[] message, byte[] signature)
      throws GeneralSecurityException {
    Signature check = Signature.getInstance(ALGORITHM);
    check.initVerify(key);
    check.update(message);
    return check.verify(signature);
  }

  /// The public half as one line of base 64.
  public String open() {
    return Base64.getEncoder().encodeToString(open.getEncoded());
  }

  byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the platform lacks a cipher it must have", impossible);
    }
  }
}
