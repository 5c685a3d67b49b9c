package fr.bastide.airlock.mail;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.Words;
import fr.bastide.kernel.Text;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Messages that the airlock writes itself, in French and then in English.
public final class MailMessages {

  private static final String HOUSE = "Sas Bastide";

  private MailMessages() {}

  /// Tells recipients that a message for them did not pass, why, and what to ask.
  ///
  /// @param sender as the server that brought it said; nothing of the message itself is shown
  /// @param receipt the number by which it is found again
  public static MailMessage held(
      Mailbox from,
      List<Mailbox> to,
      Optional<Mailbox> sender,
      Reason reason,
      String receipt,
      MailField date) {
    Text nobody = Notes.text("nobody");
    Text held = Notes.text("held");
    Text found = Notes.text("held-receipt");
    Words.OfReason why = Words.of(reason);
    String address = sender.map(Mailbox::address).orElse("");
    Text words =
        new Text(
            lines(
                held.fr().formatted(address.isEmpty() ? nobody.fr() : address),
                why.what().fr(),
                why.ask().fr(),
                found.fr().formatted(receipt)),
            lines(
                held.en().formatted(address.isEmpty() ? nobody.en() : address),
                why.what().en(),
                why.ask().en(),
                found.en().formatted(receipt)));
    return notice(from, to, Notes.text("held-subject"), words, date, "held." + receipt);
  }

  /// Tells the postmaster that the server behind the high side took a message for nobody.
  ///
  /// @param number of the item that crossed
  /// @param folder where the message is kept
  public static MailMessage undelivered(
      Mailbox postmaster, long number, List<Mailbox> recipients, String folder, MailField date) {
    String to = String.join(", ", recipients.stream().map(Mailbox::address).toList());
    Text text = Notes.text("undelivered");
    Text words =
        new Text(text.fr().formatted(number, to, folder), text.en().formatted(number, to, folder));
    return notice(
        postmaster,
        List.of(postmaster),
        Notes.text("undelivered-subject"),
        words,
        date,
        "undelivered." + number);
  }

  /// The line that names a receipt.
  public static Text receiptLine(String receipt) {
    Text text = Notes.text("receipt");
    return new Text(text.fr().formatted(receipt), text.en().formatted(receipt));
  }

  /// A moment as it stands in `Date`.
  public static MailField date(OffsetDateTime at) {
    return new MailField("Date", MailDate.write(at));
  }

  private static String lines(String... lines) {
    return String.join("\n", lines);
  }

  /// The parts of both, one after the other, in one group.
  static MailPart joined(MailPart first, MailPart second) {
    List<MailPart> parts = new ArrayList<>();
    for (MailPart one : List.of(first, second)) {
      if (one instanceof MailPart.Group group && group.kind() == MailPart.Kind.MIXED) {
        parts.addAll(group.parts());
      } else {
        parts.add(one);
      }
    }
    return new MailPart.Group(MailPart.Kind.MIXED, parts);
  }

  private static MailMessage notice(
      Mailbox from, List<Mailbox> to, Text subject, Text words, MailField date, String id) {
    String shown = HeaderText.plain(subject.fr() + " / " + subject.en());
    return new MailMessage(
        List.of(
            date,
            new MailField("From", from.named(HOUSE).written()),
            new MailField("To", Mailboxes.write(to)),
            new MailField("Message-ID", "<" + id + "@" + from.domain() + ">"),
            new MailField("Subject", HeaderText.encoded(shown)),
            new MailField("Auto-Submitted", "auto-replied")),
        new MailPart.Words(false, words.fr() + "\n\n" + words.en() + "\n"));
  }
}
