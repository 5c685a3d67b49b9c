package fr.bastide.post.crossing;

import fr.bastide.airlock.AirlockException;
import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.link.Preparation;
import fr.bastide.airlock.mail.MailField;
import fr.bastide.airlock.mail.MailMessage;
import fr.bastide.airlock.mail.MailMessages;
import fr.bastide.airlock.mail.MailPart;
import fr.bastide.airlock.mail.MailStamp;
import fr.bastide.airlock.mail.PostedMail;
import fr.bastide.airlock.mail.SenderCheck;
import fr.bastide.airlock.mail.SenderMark;
import fr.bastide.airlock.receipt.OperatorKey;
import fr.bastide.airlock.receipt.Receipt;
import fr.bastide.airlock.receipt.ReceiptPage;
import fr.bastide.airlock.receipt.SealedReceipt;
import fr.bastide.airlock.worker.Audit;
import fr.bastide.airlock.worker.Passage;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// What is done to an accepted message before it is numbered and sent: rebuilt in the workshop,
/// marked, stamped, with its receipt. A message that is refused is kept aside, and its recipients
/// are told in its place.
final class MailPreparation {

  private static final String NAME = "message.eml";
  private static final String DECLARED = "message/rfc822";

  private final LowMail settings;
  private final Workroom workroom;
  private final OperatorKey key;
  private final Path held;
  private final SenderCheck senders;
  private final Clock clock;

  /// Where a message is rebuilt.
  @FunctionalInterface
  interface Workroom {
    Passage pass(Content content, Policy policy);
  }

  /// @param held where messages that were refused are kept
  MailPreparation(LowMail settings, Workroom workroom, OperatorKey key, Path held, Clock clock)
      throws IOException {
    this.settings = settings;
    this.workroom = workroom;
    this.key = key;
    this.held = DurableFile.privateFolder(held);
    this.senders = new SenderCheck(settings.own());
    this.clock = clock;
  }

  /// @param name of the dropped file
  Preparation.Prepared prepare(String name, byte[] file) {
    try {
      return prepared(name, file);
    } catch (AirlockException | UncheckedIOException ofTheHouse) {
      throw ofTheHouse;
    } catch (RuntimeException unforeseen) {
      // A message that trips our own code is put aside, and must not stop those behind it.
      return new Preparation.Prepared.Held(
          new Text(
              "message %s, erreur imprévue (%s)".formatted(name, unforeseen),
              "message %s, an unforeseen error (%s)".formatted(name, unforeseen)));
    }
  }

  private Preparation.Prepared prepared(String name, byte[] file) {
    Optional<ArrivedMail> arrived = ArrivedMail.read(file);
    if (arrived.isEmpty()) {
      return new Preparation.Prepared.Held(
          new Text("ce n’est pas un message reçu par le sas", "no message the airlock received"));
    }
    ArrivedMail mail = arrived.get();
    String number = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    Content content = new Content(NAME, Optional.of(DECLARED), mail.message());
    Passage passage = workroom.pass(content, settings.policy());
    Receipt receipt = Receipt.of(content, passage, settings.policy(), clock.instant());
    return switch (passage.outcome()) {
      case Outcome.Rebuilt rebuilt -> {
        Optional<MailMessage> message =
            rebuilt.type() == ContentType.MAIL
                ? MailMessage.read(rebuilt.content().bytes())
                : Optional.empty();
        yield message.isPresent()
            ? ready(name, number, mail, message.get(), receipt)
            : told(name, number, file, mail, unfit(content, passage));
      }
      case Outcome.Refused _ -> told(name, number, file, mail, receipt);
    };
  }

  private Receipt unfit(Content content, Passage passage) {
    Passage refused =
        new Passage(
            new Outcome.Refused(Reason.MALFORMED),
            passage.found(),
            new Audit.NotNeeded(),
            passage.confinement(),
            passage.taken());
    return Receipt.of(content, refused, settings.policy(), clock.instant());
  }

  private Preparation.Prepared ready(
      String name, String number, ArrivedMail mail, MailMessage message, Receipt receipt) {
    List<SenderMark> marks = new ArrayList<>(senders.marks(message, mail.proven()));
    mail.unproven()
        .filter(_ -> marks.isEmpty())
        .ifPresent(d -> marks.add(new SenderMark(SenderMark.Kind.UNPROVEN, d)));
    MailStamp stamp =
        new MailStamp(
            Trace.of(mail, settings.host(), number),
            date(mail),
            marks,
            line(number),
            settings.receipt() instanceof LowMail.ReceiptShown.Attached
                ? Optional.of(page(number, receipt))
                : Optional.empty());
    byte[] posted =
        new PostedMail(mail.sender(), mail.recipients(), stamp.on(message).write()).write();
    return crossing(name, posted, left(receipt, name, posted));
  }

  /// The receipt in which what left is the message with its stamp.
  private static Receipt left(Receipt receipt, String name, byte[] posted) {
    Receipt.Left left = new Receipt.Left(name, ContentType.MAIL, posted.length, sha256(posted));
    return new Receipt(
        receipt.instant(),
        receipt.engine(),
        receipt.policyName(),
        receipt.policyVersion(),
        receipt.arrived(),
        receipt.found(),
        Optional.of(left),
        receipt.findings(),
        receipt.refusal(),
        receipt.audit(),
        receipt.confinement(),
        receipt.taken());
  }

  private static MailField date(ArrivedMail mail) {
    return MailMessages.date(OffsetDateTime.ofInstant(mail.at(), ZoneOffset.UTC));
  }

  private Optional<Text> line(String number) {
    return switch (settings.receipt()) {
      case LowMail.ReceiptShown.Apart _, LowMail.ReceiptShown.Attached _ -> Optional.empty();
      case LowMail.ReceiptShown.Linked linked ->
          Optional.of(MailMessages.receiptLine(linked.address().replace("{receipt}", number)));
    };
  }

  private MailPart.File page(String number, Receipt receipt) {
    byte[] page = ReceiptPage.write(receipt, clock.getZone()).getBytes(StandardCharsets.UTF_8);
    return MailPart.File.attached(ContentType.HTML, "recu-" + number + ".html", page);
  }

  private Preparation.Prepared told(
      String name, String number, byte[] file, ArrivedMail mail, Receipt receipt) {
    try {
      DurableFile.write(held.resolve(name), file);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    Reason reason = receipt.refusal().map(Outcome.Refused::reason).orElse(Reason.MALFORMED);
    MailMessage notice =
        MailMessages.held(
            settings.address(), mail.recipients(), mail.sender(), reason, number, date(mail));
    byte[] posted = new PostedMail(Optional.empty(), mail.recipients(), notice.write()).write();
    return crossing(name, posted, receipt);
  }

  private Preparation.Prepared crossing(String name, byte[] posted, Receipt receipt) {
    byte[] sealed = SealedReceipt.write(receipt, key).getBytes(StandardCharsets.UTF_8);
    return new Preparation.Prepared.Ready(name, PostedMail.TYPE, sealed, posted);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("the platform lacks a digest it must have", impossible);
    }
  }
}
