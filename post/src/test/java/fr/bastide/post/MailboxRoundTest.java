package fr.bastide.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.intake.MailIntake;
import fr.bastide.loop.intake.MailPosition;
import fr.bastide.loop.intake.Message;
import fr.bastide.loop.intake.Report;
import fr.bastide.loop.intake.ReportView;
import fr.bastide.loop.letter.Letter;
import fr.bastide.loop.letter.LetterRound;
import fr.bastide.loop.letter.Letters;
import fr.bastide.loop.memory.House;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A real mailbox, read while the house is stopped at any point of its work.
class MailboxRoundTest {

  private static final String ADDRESS = "alerte@centre.example";

  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
          });
  private final House house = new House();
  private final Caller operator = house.of(CentreRole.CSIRT_OPERATOR);

  @BeforeEach
  void open() {
    server.start();
    server.setUser(ADDRESS, "alerte", "secret");
    house.clock().advance(Duration.between(house.clock().instant(), Instant.now()));
  }

  @AfterEach
  void close() {
    server.stop();
  }

  private MailboxRound round(Letters letters) {
    MailIntake intake =
        new MailIntake(
            house.threshold(),
            house.ports().reports(),
            house.ports().conversations(),
            house.ports().mailPositions(),
            letters,
            Optional.of(house.cases()),
            House.URL);
    return new MailboxRound(
        new ImapServer(
            "127.0.0.1",
            server.getImap().getPort(),
            SmtpServer.Security.NONE,
            new SmtpServer.Login("alerte", "secret"),
            "INBOX"),
        intake,
        house.clock());
  }

  private MailboxRound round() {
    return round(house.ports().letters());
  }

  private void send(String headers, String text) throws Exception {
    byte[] mail =
        ("To: " + ADDRESS + "\r\n" + headers.strip().replace("\n", "\r\n") + "\r\n\r\n" + text)
            .getBytes(StandardCharsets.UTF_8);
    MimeMessage message =
        new MimeMessage(
            GreenMailUtil.getSession(server.getSmtp().getServerSetup()),
            new ByteArrayInputStream(mail));
    server.getUserManager().getUserByEmail(ADDRESS).deliver(message);
  }

  private List<Report> reports() {
    return house.queue().queue(operator, true);
  }

  private ReportView only() {
    assertThat(reports()).hasSize(1);
    return house.queue().view(operator, reports().getFirst().id());
  }

  private Letter acknowledgement() {
    return house.ports().letters().all().getFirst();
  }

  @Test
  void aMailBecomesAReportOnceAndTheMailboxStaysAsItWas() throws Exception {
    send("From: Zoé <zoe@mairie.example>\nSubject: Alerte\nMessage-ID: <1@m>", "Écrans noirs.");
    assertThat(round().walk()).isEqualTo(1);
    assertThat(round().walk()).isZero();
    ReportView view = only();
    assertThat(view.report().mail()).isEqualTo("zoe@mairie.example");
    assertThat(view.messages())
        .filteredOn(message -> message.author() == Message.Author.MAIL)
        .singleElement()
        .satisfies(message -> assertThat(message.text()).isEqualTo("Écrans noirs."));
    assertThat(view.files()).singleElement().satisfies(f -> assertThat(f.sha256()).hasSize(64));
    assertThat(acknowledgement().text()).contains(view.report().reference().toString());
    assertThat(server.getReceivedMessages()[0].isSet(Flags.Flag.SEEN)).isFalse();
  }

  @Test
  void anAnswerToOurLetterJoinsProvenAndAForgedOneIsMarked() throws Exception {
    send("From: zoe@mairie.example\nSubject: Alerte\nMessage-ID: <1@m>", "Un.");
    round().walk();
    Letter letter = acknowledgement();
    Report report = reports().getFirst();
    send(
        "From: zoe@mairie.example\nSubject: RE: " + letter.subject() + "\nMessage-ID: <2@m>",
        "Deux.");
    send(
        "From: zoe@mairie.example\nSubject: sans objet\nIn-Reply-To: <" + letter.messageId() + ">",
        "Trois.");
    send("From: zoe@mairie.example\nSubject: Re: " + report.reference(), "Quatre.");
    send("From: zoe@mairie.example\nSubject: [" + report.reference() + ".FFFFFFFFFFFF]", "Cinq.");
    send("From: evil@x.example\nSubject: Re: Alerte\nReferences: <1@m>", "Six.");
    assertThat(round().walk()).isEqualTo(5);
    assertThat(only().messages())
        .filteredOn(message -> message.author() == Message.Author.MAIL)
        .extracting(message -> message.text() + " " + message.standing())
        .containsExactly(
            "Un. PROVEN",
            "Deux. PROVEN",
            "Trois. PROVEN",
            "Quatre. CLAIMED",
            "Cinq. CLAIMED",
            "Six. CLAIMED");
  }

  @Test
  void aMailThatComesTwiceIsSeenOnceAndAClosedReportWaitsAgain() throws Exception {
    String mail = "From: zoe@mairie.example\nSubject: Alerte\nMessage-ID: <1@m>";
    send("Received: one\n" + mail, "Un.");
    send("Received: two\n" + mail, "Un.");
    assertThat(round().walk()).isEqualTo(1);
    Report report = only().report();
    house.queue().close(operator, report.id(), report.version());
    send("From: zoe@mairie.example\nSubject: " + acknowledgement().subject(), "Encore.");
    round().walk();
    assertThat(only().report().state()).isEqualTo(Report.State.NEW);
  }

  @Test
  void programsGetNoAnswerAndOurOwnLettersAreNoReports() throws Exception {
    send("From: robot@x.example\nSubject: lu\nAuto-Submitted: auto-replied", "Absent.");
    send(
        "From: a@x.example\nAuto-Submitted: auto-generated\nMessage-ID: <"
            + UUID.randomUUID()
            + "@bastide.invalid>",
        "Une lettre.");
    assertThat(round().walk()).isEqualTo(1);
    assertThat(house.ports().letters().all()).isEmpty();
    assertThat(only().report().suspect()).isTrue();
    house.clock().advance(Duration.ofHours(1));
    assertThat(house.notices().send()).as("nobody is woken for it").isZero();
  }

  @Test
  void stoppedAnywhereEveryMailIsTakenOnceAndOnlyOnce() throws Exception {
    int mails = 6;
    for (int i = 0; i < mails; i++) {
      send("From: p%d@m.example\nSubject: %d\nMessage-ID: <%d@m>".formatted(i, i, i), "Mail " + i);
    }
    // The house stops in the middle of a transaction, after one, and before the next one.
    AtomicInteger countdown = new AtomicInteger(1);
    int stops = 0;
    for (int round = 0; round < 3 * mails; round++) {
      countdown.set(round % 3 + 1);
      try {
        round(new Stopping(house.ports().letters(), countdown)).walk();
      } catch (IllegalStateException stop) {
        stops++;
      }
    }
    round().walk();
    assertThat(stops).isGreaterThan(mails / 2);
    assertThat(reports())
        .extracting(Report::mail)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, mails).mapToObj(i -> "p%d@m.example".formatted(i)).toList());
    assertThat(house.ports().letters().all()).hasSize(mails);
  }

  @Test
  void aMailboxMadeAnewIsReadAgainWithoutDoubles() throws Exception {
    send("From: zoe@mairie.example\nSubject: Alerte\nMessage-ID: <1@m>", "Un.");
    round().walk();
    String mailbox = "alerte@127.0.0.1:" + server.getImap().getPort() + "/INBOX";
    house
        .ports()
        .mailPositions()
        .put(mailbox, new MailPosition(7, 40_000), house.clock().instant());
    send("From: ann@mairie.example\nSubject: Autre\nMessage-ID: <2@m>", "Deux.");
    assertThat(round().walk()).isEqualTo(1);
    assertThat(reports()).hasSize(2);
  }

  @Test
  void whatWasThereLongBeforeTheHouseIsLeftOut() throws Exception {
    send("From: zoe@mairie.example\nSubject: Alerte\nMessage-ID: <1@m>", "Un.");
    house.clock().advance(Duration.ofDays(3));
    assertThat(round().walk()).isZero();
    assertThat(reports()).isEmpty();
    house.clock().advance(Duration.ofDays(-3));
    send("From: zoe@mairie.example\nSubject: Alerte\nMessage-ID: <2@m>", "Deux.");
    assertThat(round().walk()).isEqualTo(1);
  }

  @Test
  void aMailboxThatDoesNotAnswerIsSaidSo() {
    MailboxRound round = round();
    server.stop();
    assertThatExceptionOfType(MailboxException.class)
        .isThrownBy(round::walk)
        .satisfies(e -> assertThat(e.text().fr()).contains("127.0.0.1"));
    server.start();
  }

  @Test
  void theWholeWayByMail() throws Exception {
    send("From: zoe@mairie.example\nSubject: Alerte\nMessage-ID: <1@m>", "Un.");
    round().walk();
    house.queue().answer(operator, reports().getFirst().id(), "Débranchez.");
    server.setUser("zoe@mairie.example", "zoe", "secret");
    new LetterRound(
            house.ports().transactions(),
            house.ports().letters(),
            new SmtpCourier(
                new SmtpServer(
                    "127.0.0.1",
                    server.getSmtp().getPort(),
                    SmtpServer.Security.NONE,
                    Optional.empty(),
                    ADDRESS)),
            house.clock())
        .walk();
    assertThat(server.getReceivedMessagesForDomain("mairie.example")).hasSize(2);
    assertThatThrownBy(() -> house.queue().view(Caller.VISITOR, reports().getFirst().id()));
  }

  /// Letters that stop the house after some were added.
  private static final class Stopping implements Letters {

    private final Letters letters;
    private final AtomicInteger countdown;

    Stopping(Letters letters, AtomicInteger countdown) {
      this.letters = letters;
      this.countdown = countdown;
    }

    @Override
    public void add(Letter letter) {
      letters.add(letter);
      if (countdown.decrementAndGet() <= 0) {
        throw new IllegalStateException("stopped");
      }
    }

    @Override
    public List<Letter> take(int limit, Instant now, Instant retryAt) {
      return letters.take(limit, now, retryAt);
    }

    @Override
    public boolean handOver(UUID id, Instant until) {
      return letters.handOver(id, until);
    }

    @Override
    public void sent(UUID id, Instant at) {
      letters.sent(id, at);
    }

    @Override
    public void failed(UUID id, String reason) {
      letters.failed(id, reason);
    }

    @Override
    public long waiting() {
      return letters.waiting();
    }
  }
}
