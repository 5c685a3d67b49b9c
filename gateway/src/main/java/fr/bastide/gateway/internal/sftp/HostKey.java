package fr.bastide.gateway.internal.sftp;

import fr.bastide.gateway.GatewayException;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/// The key by which clients know the server again (ECDSA P-256), in a file of two lines of base 64:
/// the public half (X.509), the secret half (PKCS #8).
final class HostKey {

  private HostKey() {}

  /// The key in a file; made on first use, readable by its owner alone.
  static KeyPair in(Path file) throws IOException {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
      if (lines.size() != 2) {
        throw new IllegalArgumentException("not two lines");
      }
      KeyFactory factory = KeyFactory.getInstance("EC");
      return new KeyPair(
          factory.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(lines.get(0)))),
          factory.generatePrivate(
              new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(1)))));
    } catch (GeneralSecurityException | IllegalArgumentException broken) {
      throw new GatewayException(
          new Text(
              "La clé du serveur SFTP %s est illisible\u00a0: remettez sa sauvegarde en place."
                  .formatted(file),
              "The key of the SFTP server %s cannot be read: put its backup back.".formatted(file)),
          broken);
    }
  }

  private static void make(Path file) throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    Path half = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(half);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Base64.Encoder base64 = Base64.getEncoder();
    Files.writeString(
        half,
        base64.encodeToString(pair.getPublic().getEncoded())
            + "\n"
            + base64.encodeToString(pair.getPrivate().getEncoded())
            + "\n",
        StandardCharsets.US_ASCII);
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
