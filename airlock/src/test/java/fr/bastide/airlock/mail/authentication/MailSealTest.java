package fr.bastide.airlock.mail.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.mail.MailField;
import fr.bastide.airlock.mail.MailMessage;
import fr.bastide.airlock.mail.MailPart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.apache.james.jdkim.DKIMVerifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MailSealTest {

  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
  private static KeyPair rsa;
  private static KeyPair edwards;

  private static final MailMessage MESSAGE =
      new MailMessage(
          List.of(
              new MailField(
                  "Authentication-Results", "sas.example; spf=pass smtp.mailfrom=b.example"),
              new MailField("From", "Jean <jean@b.example>"),
              new MailField("To", "c@d.example"),
              new MailField(
                  "Subject",
                  "Un sujet assez long pour qu'il soit plié sur deux lignes".replace("é", "e")
                      + " et encore un peu plus long")),
          new MailPart.Words(false, "Bonjour\n"));

  @BeforeAll
  static void keys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    rsa = generator.generateKeyPair();
    edwards = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  @Test
  void anotherImplementationReadsOurSignature() throws Exception {
    MailSeal seal = new MailSeal("sas.example", "s", rsa.getPrivate());
    byte[] signed = seal.signed(MESSAGE, NOW).write();

    var verifier = new DKIMVerifier((methods, selector, token) -> List.of(DkimTest.record(rsa)));
    assertThat(verifier.verify(new ByteArrayInputStream(signed))).hasSize(1);
    assertThat(MailMessage.read(signed)).isPresent();
  }

  @Test
  void weReadOurSignatures() throws Exception {
    String open =
        Base64.getEncoder()
            .encodeToString(java.util.Arrays.copyOfRange(edwards.getPublic().getEncoded(), 12, 44));
    Zone zone = new Zone().text("s._domainkey.sas.example", "v=DKIM1; k=ed25519; p=" + open);
    byte[] signed =
        new MailSeal("sas.example", "s", edwards.getPrivate()).signed(MESSAGE, NOW).write();

    assertThat(new Dkim(zone, NOW).check(RawMessage.of(signed)))
        .containsExactly(new Dkim.Checked(Verdict.PASS, "sas.example", "s", ""));
  }

  @Test
  void theSealCoversResultsAndMessage() throws Exception {
    byte[] sealed = new MailSeal("sas.example", "s", rsa.getPrivate()).on(MESSAGE, NOW).write();
    RawMessage raw = RawMessage.of(sealed);
    RawMessage.Field seal = raw.all("arc-seal").getFirst();
    RawMessage.Field signature = raw.all("arc-message-signature").getFirst();
    RawMessage.Field results = raw.all("arc-authentication-results").getFirst();

    assertThat(results.value()).contains("i=1; sas.example; spf=pass");
    Tags tags = Tags.of(seal.value()).orElseThrow();
    assertThat(tags.get("cv")).isEqualTo("none");
    String input =
        Canonical.field(results.raw(), true)
            + "\r\n"
            + Canonical.field(signature.raw(), true)
            + "\r\n"
            + Canonical.field(Dkim.withoutValue(seal.raw()), true);
    assertThat(verifies(input.getBytes(StandardCharsets.ISO_8859_1), tags.get("b"))).isTrue();
    Tags of = Tags.of(signature.value()).orElseThrow();
    byte[] over = Dkim.input(raw, signature, List.of(of.get("h").split(":", -1)), true);
    assertThat(verifies(over, of.get("b"))).isTrue();
    assertThat(MailMessage.read(sealed)).isPresent();
  }

  private static boolean verifies(byte[] input, String signature) throws Exception {
    Signature check = Signature.getInstance("SHA256withRSA");
    check.initVerify(rsa.getPublic());
    check.update(input);
    return check.verify(Base64.getDecoder().decode(signature));
  }
}
