package fr.bastide.post.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.bastide.post.SmtpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSettingsTest {

  @TempDir private Path folder = Path.of("");

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("mail.yaml"), text);
  }

  @Test
  void theLowSideIsReadWithItsDefaults() throws IOException {
    LowMail mail =
        MailSettings.low(
            file(
                """
                host: SAS.mairie.example
                listen: 127.0.0.1
                domains: [mairie.example, münchen.example]
                address: sas@mairie.example
                """));

    assertThat(mail.host()).isEqualTo("sas.mairie.example");
    assertThat(mail.listen().getPort()).isEqualTo(25);
    assertThat(mail.own().domains()).containsExactly("mairie.example", "xn--mnchen-3ya.example");
    assertThat(mail.policy().name()).isEqualTo("standard");
    assertThat(mail.flow()).isEqualTo("mail");
    assertThat(mail.bytes()).isEqualTo(35 << 20);
    assertThat(mail.receipt()).isEqualTo(new LowMail.ReceiptShown.Apart());
    assertThat(mail.forged()).isEqualTo(LowMail.Forged.MARK);
  }

  @Test
  void everythingCanBeSaid() throws IOException {
    LowMail mail =
        MailSettings.low(
            file(
                """
                host: sas.mairie.example
                listen: "[::1]:2525"
                domains: [mairie.example]
                names: [Claire Martin]
                known: [mairie.invalid]
                address: sas@mairie.example
                policy: strict
                flow: courrier
                megabytes: 10
                receipt: linked
                receipt-address: https://sas.mairie.example/{receipt}
                tls: { certificate: chain.pem, key: key.pem }
                dns: ["127.0.0.1:5353", "[::1]"]
                forged: refuse
                """));

    assertThat(mail.listen().getPort()).isEqualTo(2525);
    assertThat(mail.resolvers()).hasSize(2);
    assertThat(mail.receipt())
        .isEqualTo(new LowMail.ReceiptShown.Linked("https://sas.mairie.example/{receipt}"));
    assertThat(mail.tls().orElseThrow().key())
        .isEqualTo(folder.resolve("key.pem").toAbsolutePath());
    assertThat(mail.forged()).isEqualTo(LowMail.Forged.REFUSE);
  }

  @Test
  void everyFaultIsToldAtOnce() throws IOException {
    Path wrong =
        file(
            """
            hosts: x
            listen: 127.0.0.1:zz
            address: nobody
            policy: soft
            receipt: linked
            receipt-address: http://x
            """);

    assertThatExceptionOfType(CrossingException.class)
        .isThrownBy(() -> MailSettings.low(wrong))
        .satisfies(e -> {
          assertThat(e.text().fr())
              .contains("hosts", "domains", "ligne 2", "sas@mairie.example", "soft", "https://");
          assertThat(e.text().en()).contains("line 3").doesNotContain("ligne");
        });
    assertThatExceptionOfType(CrossingException.class)
        .isThrownBy(() -> MailSettings.low(folder.resolve("none.yaml")));
  }

  @Test
  void theHighSideIsReadWithItsPassword() throws IOException {
    Files.writeString(folder.resolve("secret"), "phrase\n");
    HighMail mail =
        MailSettings.high(
            file(
                """
                server: 10.0.0.25:587
                user: sas
                password: secret
                postmaster: postmaster@mairie.example
                host: haut.mairie.example
                seal: { domain: mairie.example, selector: sas, key: seal.pem }
                """));

    assertThat(mail.server().security()).isEqualTo(SmtpServer.Security.STARTTLS);
    assertThat(mail.server().login().orElseThrow().password()).isEqualTo("phrase");
    assertThat(mail.server().port()).isEqualTo(587);
    assertThat(mail.seal().orElseThrow().selector()).isEqualTo("sas");
  }
}
