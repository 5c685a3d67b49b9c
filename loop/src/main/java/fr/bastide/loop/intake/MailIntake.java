package fr.bastide.loop.intake;

import fr.bastide.kernel.Language;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.account.Secrets;
import fr.bastide.loop.letter.Letter;
import fr.bastide.loop.letter.Letters;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Takes mails in: each becomes a report, or a message in the conversation it belongs to, in one
/// transaction with the note of how far the mailbox is read. Wherever the house stops, a mail is
/// taken once.
public final class MailIntake {

  private static final Duration SEEN_AGAIN = Duration.ofDays(30);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int MOST_ACKNOWLEDGED = 60;
  private static final int LONGEST_SUBJECT = 300;
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_FILE_NAME = 150;
  private static final int LONGEST_MEDIA = 100;
  private static final int LONGEST_ADDRESS = 254;

  private final Threshold threshold;
  private final Reports reports;
  private final Conversations conversations;
  private final MailPositions positions;
  private final Letters letters;
  private final Optional<Cases> cases;
  private final MailThreads threads;
  private final ReportLetters wording;

  /// One over these.
  ///
  /// @param cases where reports become cases; empty as long as nothing keeps any
  /// @param publicUrl the address at which people reach the house, without a final slash
  public MailIntake(
      Threshold threshold,
      Reports reports,
      Conversations conversations,
      MailPositions positions,
      Letters letters,
      Optional<Cases> cases,
      String publicUrl) {
    this.threshold = threshold;
    this.reports = reports;
    this.conversations = conversations;
    this.positions = positions;
    this.letters = letters;
    this.cases = cases;
    this.threads = new MailThreads(reports, conversations);
    this.wording = new ReportLetters(publicUrl);
  }

  /// What became of a mail.
  public enum Receipt {
    /// A report was opened.
    OPENED,
    /// It was added to a report.
    JOINED,
    /// It came before.
    DUPLICATE,
    /// The house itself had sent it.
    OURS,
    /// It was taken in already.
    TAKEN
  }

  /// How far a mailbox is read.
  public Optional<MailPosition> position(String mailbox) {
    return threshold.transactions().asHouse(() -> positions.hold(mailbox));
  }

  /// Leaves mails out up to a position: those that were there before the house read this mailbox.
  public void skip(String mailbox, MailPosition to) {
    threshold
        .transactions()
        .asHouse(() -> {
          positions.put(mailbox, to, now());
          return to;
        });
  }

  /// Takes one mail in.
  ///
  /// @param at where it lies in the mailbox
  public Receipt receive(String mailbox, MailPosition at, Incoming mail) {
    return threshold.transactions().asHouse(() -> take(mailbox, at, mail));
  }

  private Receipt take(String mailbox, MailPosition at, Incoming mail) {
    Optional<MailPosition> before =
        positions.hold(mailbox).filter(known -> known.uidValidity() == at.uidValidity());
    if (before.filter(known -> known.lastUid() >= at.lastUid()).isPresent()) {
      return Receipt.TAKEN;
    }
    positions.put(mailbox, at, now());
    if (mail.automatic() && Letter.ours(mail.messageId())) {
      return Receipt.OURS;
    }
    if (conversations.cameBefore(mail.sha256(), now().minus(SEEN_AGAIN))) {
      return Receipt.DUPLICATE;
    }
    Optional<MailThreads.Place> place = threads.of(mail);
    if (place.isEmpty()) {
      open(mail);
      return Receipt.OPENED;
    }
    join(place.get(), mail);
    return Receipt.JOINED;
  }

  private void open(Incoming mail) {
    Map<String, String> answers = new LinkedHashMap<>();
    put(answers, ReportForm.MAIL, Typing.line(mail.from(), LONGEST_ADDRESS));
    put(answers, ReportForm.NAME, Typing.line(mail.name(), LONGEST_NAME));
    put(answers, ReportForm.WORDS, Typing.line(mail.subject(), LONGEST_SUBJECT));
    Report report = Report.fresh(Channel.MAIL, Language.FR, answers, now(), mail.automatic());
    Secrets.Secret secret = Secrets.fresh();
    String mailSecret = ReportDesk.mailSecret();
    reports.add(report, Optional.of(secret.hash()), mailSecret);
    threshold.noteHouse("REPORT_ATTACK", Optional.empty(), "report " + report.id());
    keep(report, mail, Message.Standing.PROVEN);
    boolean calm = reports.openedSince(Channel.MAIL, now().minus(HOUR)) <= MOST_ACKNOWLEDGED;
    if (calm && !mail.automatic() && Addresses.plausible(report.mail())) {
      Letter letter = wording.received(report, mailSecret, secret.value(), now());
      letters.add(letter);
      conversations.add(ReportLetters.note(report, letter));
    }
  }

  private void join(MailThreads.Place place, Incoming mail) {
    Report report = reports.hold(place.report().id()).orElse(place.report());
    Message message = keep(report, mail, place.standing());
    reports.keepAnswers(report.id(), report.answers(), now());
    report.caseName().ifPresent(name -> cases.ifPresent(joined -> joined.append(name, message)));
    if (report.state() == Report.State.CLOSED) {
      // Somebody wrote again: it waits to be taken once more.
      reports.update(report.with(Report.State.NEW, report.handling(), Optional.empty()));
    }
  }

  private Message keep(Report report, Incoming mail, Message.Standing standing) {
    Message message =
        new Message(
            UUID.randomUUID(),
            report.id(),
            Message.Author.MAIL,
            Typing.line(mail.from(), LONGEST_ADDRESS),
            Typing.clean(MailTroubles.text(mail), Message.LONGEST),
            now(),
            standing,
            Optional.of(
                new Message.Mail(
                    Typing.line(mail.messageId(), 500),
                    Typing.line(mail.subject(), LONGEST_SUBJECT),
                    mail.sha256())));
    conversations.add(message);
    for (Incoming.Piece piece : mail.pieces()) {
      conversations.add(
          new ReportFile(
              UUID.randomUUID(),
              report.id(),
              message.id(),
              fileName(piece.name()),
              Typing.line(piece.media(), LONGEST_MEDIA),
              piece.bytes().length,
              piece.sha256(),
              now()),
          piece.bytes());
    }
    return message;
  }

  /// A name that leads nowhere and hides nothing.
  private static String fileName(String name) {
    String plain = Typing.line(name, 1_000).replace('/', '_').replace('\\', '_');
    String kept = Typing.line(plain, LONGEST_FILE_NAME);
    return kept.isEmpty() || kept.chars().allMatch(c -> c == '.') ? "sans-nom" : kept;
  }

  private static void put(Map<String, String> answers, String key, String value) {
    if (!value.isEmpty()) {
      answers.put(key, value);
    }
  }

  private Instant now() {
    return threshold.clock().instant();
  }
}
