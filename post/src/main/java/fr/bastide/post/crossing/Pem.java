package fr.bastide.post.crossing;

import fr.bastide.kernel.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// Keys and certificates in PEM (RFC 7468).
final class Pem {

  private static final List<String> KINDS = List.of("RSA", "EC", "Ed25519");
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private Pem() {}

  /// A secret key (PKCS #8).
  ///
  /// @throws CrossingException when the file is no such key
  static PrivateKey key(Path file) {
    try {
      return read(file);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException wrong) {
      throw unusable(file, wrong);
    }
  }

  private static PrivateKey read(Path file) throws IOException, GeneralSecurityException {
    String text = Files.readString(file, StandardCharsets.US_ASCII);
    int from = text.indexOf(BEGIN);
    int to = text.indexOf(END);
    if (from < 0 || to < from) {
      throw new IOException("no PKCS #8 key");
    }
    byte[] encoded = Base64.getMimeDecoder().decode(text.substring(from + BEGIN.length(), to));
    for (String kind : KINDS) {
      try {
        return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(encoded));
      } catch (InvalidKeySpecException other) {
        // It may be of the next kind.
      }
    }
    throw new IOException("a key of an unknown kind");
  }

  /// What a server needs to speak TLS under this certificate.
  ///
  /// @throws CrossingException when the files are not what they should be
  static SSLContext context(LowMail.Tls tls) {
    try (InputStream in = Files.newInputStream(tls.certificate())) {
      Certificate[] chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(in)
              .toArray(Certificate[]::new);
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      char[] none = new char[0];
      store.setKeyEntry("mail", key(tls.key()), none, chain);
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(store, none);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException wrong) {
      throw unusable(tls.certificate(), wrong);
    }
  }

  private static CrossingException unusable(Path file, Exception wrong) {
    return new CrossingException(
        new Text(
            "Le fichier %s n’est pas utilisable\u00a0: il faut du PEM, une clé secrète en PKCS #8."
                .formatted(file),
            "The file %s cannot be used: PEM is needed, a secret key in PKCS #8.".formatted(file)),
        wrong);
  }
}
