package fr.bastide.post.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.mail.Mailbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailReceptionTest {

  private static final String TO = "accueil@mairie-saint-elix.example";
  private static final String MAIL = "From: a@b.example\r\nSubject: x\r\n\r\nBonjour";

  @TempDir private Path drop = Path.of("");
  private final List<String> begun = new ArrayList<>();
  private Optional<MailReception> reception = Optional.empty();

  private final MailReception.Spool spool =
      new MailReception.Spool() {
        @Override
        public void begin(String name, byte[] file) {
          begun.add(name);
        }

        @Override
        public void forget(String name) {
          begun.remove(name);
        }
      };

  @BeforeEach
  void open() throws IOException {
    MailReception server =
        new MailReception(Yard.lowMail(), drop, mail -> mail, spool, Clock.systemUTC());
    server.start();
    reception = Optional.of(server);
  }

  @AfterEach
  void close() {
    reception.orElseThrow().close();
  }

  private SmtpTalk talk() throws IOException {
    return new SmtpTalk(reception.orElseThrow().port());
  }

  private List<ArrivedMail> spooled() throws IOException {
    try (Stream<Path> files = Files.list(drop.resolve("mail"))) {
      List<ArrivedMail> all = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        all.add(ArrivedMail.read(Files.readAllBytes(file)).orElseThrow());
      }
      return all;
    }
  }

  @Test
  void whatIsAcceptedIsOnTheDisk() throws IOException {
    try (SmtpTalk talk = talk()) {
      talk.begin("a@b.example", TO, "secretariat@mairie-saint-elix.example");
      assertThat(talk.data(MAIL + "\r\n..\r\n.point")).startsWith("250 2.0.0");
    }
    ArrivedMail mail = spooled().getFirst();
    assertThat(mail.sender().map(Mailbox::address)).contains("a@b.example");
    assertThat(mail.recipients()).hasSize(2);
    assertThat(mail.client()).isEqualTo("127.0.0.1");
    assertThat(new String(mail.message(), StandardCharsets.UTF_8))
        .isEqualTo(MAIL + "\r\n.\r\npoint\r\n");
    assertThat(begun).hasSize(1);
  }

  @Test
  void mailForOthersIsRefused() throws IOException {
    try (SmtpTalk talk = talk()) {
      talk.say("EHLO x");
      talk.say("MAIL FROM:<>");
      assertThat(talk.say("RCPT TO:<someone@elsewhere.example>")).startsWith("550");
      assertThat(talk.say("RCPT TO:<someone%elsewhere.example@mairie.example>")).startsWith("550");
      assertThat(talk.say("RCPT TO:<" + TO + ">")).startsWith("250");
    }
  }

  /// Every ending that some server takes for one, followed by a second message (RFC 5321, 4.1.1.4).
  @Test
  void noSecondMessageIsSmuggled() throws IOException {
    String second =
        "MAIL FROM:<maire@mairie-saint-elix.example>\r\nRCPT TO:<"
            + TO
            + ">\r\nDATA\r\nSubject: 2\r\n\r\nx";
    for (String end :
        List.of(
            "\n.\n",
            "\n.\r\n",
            "\r.\r",
            "\r\n.\n",
            "\r\n.\r",
            "\r.\r\n",
            "\n.\r",
            "\r\n\u0000.\r\n")) {
      try (SmtpTalk talk = talk()) {
        talk.begin("a@b.example", TO);
        assertThat(talk.data(MAIL + end + second)).as(end).startsWith("550 5.6.0");
        assertThat(talk.say("NOOP")).startsWith("250");
      }
    }
    assertThat(spooled()).isEmpty();
  }

  @Test
  void aMessageThatIsTooLargeLeavesTheSessionInStep() throws IOException {
    try (SmtpTalk talk = talk()) {
      talk.begin("a@b.example", TO);
      assertThat(talk.data(MAIL + "\r\n" + ("x".repeat(900) + "\r\n").repeat(1_300)))
          .startsWith("552");
      talk.begin("a@b.example", TO);
      assertThat(talk.data(MAIL)).startsWith("250");
    }
    assertThat(spooled()).hasSize(1);
  }

  @Test
  void aMessageInCirclesIsRefused() throws IOException {
    try (SmtpTalk talk = talk()) {
      talk.begin("a@b.example", TO);
      assertThat(talk.data("Received: from x by y; z\r\n".repeat(61) + MAIL)).startsWith("554");
    }
  }

  /// Data by the count of its bytes (RFC 3030) is judged like any other.
  @Test
  void chunksAreJudgedToo() throws IOException {
    try (SmtpTalk talk = talk()) {
      talk.say("EHLO x");
      talk.say("MAIL FROM:<a@b.example>");
      talk.say("RCPT TO:<" + TO + ">");
      String bare = "Subject: x\r\n\r\na\n.\n";
      talk.raw("BDAT " + bare.length() + " LAST\r\n" + bare);
      assertThat(talk.answer()).startsWith("550 5.6.0");
      talk.say("MAIL FROM:<a@b.example>");
      talk.say("RCPT TO:<" + TO + ">");
      talk.raw("BDAT 12 LAST\r\nSubject: x\r\n");
      assertThat(talk.answer()).startsWith("250");
    }
    assertThat(spooled()).hasSize(1);
  }

  @Test
  void mailThatIsCutOffIsToldToComeBack() throws IOException {
    reception.orElseThrow().cut(true);
    try (SmtpTalk talk = talk()) {
      talk.say("EHLO x");
      assertThat(talk.say("MAIL FROM:<a@b.example>")).startsWith("451");
      reception.orElseThrow().cut(false);
      assertThat(talk.say("MAIL FROM:<a@b.example>")).startsWith("250");
    }
  }
}
