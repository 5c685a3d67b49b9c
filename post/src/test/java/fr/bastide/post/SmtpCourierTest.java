package fr.bastide.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.bastide.kernel.Language;
import fr.bastide.loop.letter.CourierException;
import fr.bastide.loop.letter.Letter;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpCourierTest {

  private static final Letter LETTER =
      new Letter(
          UUID.fromString("11111111-2222-4333-8444-555555555555"),
          "referente@mairie.example",
          Language.FR,
          "Bastide : votre accès pour l’Hôtel-Dieu",
          "Bonjour,\n\nVotre accès est prêt : https://bastide.example/invitation/abc\n",
          Instant.parse("2026-11-24T07:30:00Z"));

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void open() {
    server.start();
  }

  @AfterEach
  void close() {
    server.stop();
  }

  @Test
  void carriesALetterAsPlainFrenchText() throws Exception {
    courier(SmtpServer.Security.NONE).carry(LETTER);

    MimeMessage received = server.getReceivedMessages()[0];
    assertThat(received.getSubject()).isEqualTo(LETTER.subject());
    assertThat(received.getContentType()).startsWith("text/plain").containsIgnoringCase("utf-8");
    assertThat(received.getContent().toString().lines().toList())
        .isEqualTo(LETTER.text().lines().toList());
    assertThat(received.getRecipients(Message.RecipientType.TO)[0]).hasToString(LETTER.to());
    assertThat(received.getMessageID()).contains(LETTER.id().toString());
    assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  @Test
  void aLetterSentTwiceKeepsItsIdentifier() throws Exception {
    courier(SmtpServer.Security.NONE).carry(LETTER);
    courier(SmtpServer.Security.NONE).carry(LETTER);

    MimeMessage[] received = server.getReceivedMessages();
    assertThat(received).hasSize(2);
    assertThat(received[0].getMessageID()).isEqualTo(received[1].getMessageID());
  }

  @Test
  void sendsNothingInClearWhenTlsIsRequired() {
    SmtpCourier strict = courier(SmtpServer.Security.STARTTLS);

    assertThatExceptionOfType(CourierException.class)
        .isThrownBy(() -> strict.carry(LETTER))
        .satisfies(e -> assertThat(e.text().fr()).contains("127.0.0.1"));
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void saysWhichServerDoesNotAnswer() {
    SmtpCourier unanswered = courier(SmtpServer.Security.NONE);
    server.stop();

    assertThatExceptionOfType(CourierException.class)
        .isThrownBy(() -> unanswered.carry(LETTER))
        .satisfies(e -> assertThat(e.text().en()).contains("127.0.0.1"));
  }

  @Test
  void neverPrintsThePassword() {
    assertThat(new SmtpServer.Login("mairie", "secret-phrase").toString())
        .doesNotContain("secret-phrase");
  }

  private SmtpCourier courier(SmtpServer.Security security) {
    int port = server.getSmtp().getPort();
    return new SmtpCourier(
        new SmtpServer("127.0.0.1", port, security, Optional.empty(), "bastide@centre.example"));
  }
}
