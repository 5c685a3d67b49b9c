package fr.bastide.airlock.mail;

import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.Ledger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The header of a message from outside written anew: the fields on this list, each read for what
/// it means and written in one form. All others stay behind, those with which a message would claim
/// to have been authenticated among them (RFC 8601, section 5).
final class CanonicalHead {

  private static final int MOST_TRACES = 30;
  private static final int MOST_REFERENCES = 20;
  private static final int LONGEST_TRACE = 600;
  private static final int LONGEST_ID = 250;
  private static final String NOBODY = "unknown@sender.invalid";

  private static final List<String> AUTOMATIC = List.of("no", "auto-generated", "auto-replied");
  private static final List<String> CLASSES = List.of("bulk", "list", "junk");
  private static final List<String> WEIGHTS = List.of("high", "normal", "low");

  /// Fields that ask a reader to tell somebody that a message was read.
  private static final List<String> PRYING =
      List.of("disposition-notification-to", "return-receipt-to", "x-confirm-reading-to");

  private final RawHead raw;
  private final Ledger ledger;
  private final List<MailField> fields = new ArrayList<>();

  private CanonicalHead(RawHead raw, Ledger ledger) {
    this.raw = raw;
    this.ledger = ledger;
  }

  /// @param bytes the whole message, from which it gets an identifier when it has none
  static List<MailField> of(RawHead raw, byte[] bytes, Ledger ledger) {
    return new CanonicalHead(raw, ledger).write(bytes);
  }

  private List<MailField> write(byte[] bytes) {
    raw.values("received").stream().limit(MOST_TRACES).forEach(this::trace);
    raw.value("date")
        .flatMap(MailDate::read)
        .ifPresent(date -> fields.add(new MailField("Date", MailDate.write(date))));
    from();
    addresses("Sender", 1);
    addresses("Reply-To", 5);
    addresses("To", Integer.MAX_VALUE);
    addresses("Cc", Integer.MAX_VALUE);
    fields.add(
        new MailField(
            "Message-ID",
            raw.value("message-id")
                .flatMap(CanonicalHead::identifier)
                .orElseGet(() -> own(bytes))));
    identifiers("In-Reply-To", 1);
    identifiers("References", MOST_REFERENCES);
    subject();
    token("Auto-Submitted", AUTOMATIC);
    token("Precedence", CLASSES);
    token("Importance", WEIGHTS);
    list();
    for (String prying : PRYING) {
      raw.value(prying).ifPresent(_ -> ledger.once(Threat.TRACKER, prying));
    }
    return fields;
  }

  private void trace(String value) {
    String ascii =
        value
            .chars()
            .limit(LONGEST_TRACE)
            .filter(c -> c >= ' ' && c <= '~')
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    MailField.of("Received", single(ascii)).ifPresent(fields::add);
  }

  private static String single(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' || out.isEmpty() || out.charAt(out.length() - 1) != ' ') {
        out.append(c);
      }
    }
    return out.toString().strip();
  }

  private void from() {
    List<String> all = raw.values("from");
    List<Mailbox> boxes = all.isEmpty() ? List.of() : Mailboxes.read(all.getFirst());
    if (all.size() > 1 || boxes.size() > 1) {
      // Readers do not agree which of several senders they show.
      ledger.once(Threat.CONTENT_MASKING, "from");
    }
    Mailbox first =
        boxes.isEmpty() ? Mailbox.address(nameOf(all), NOBODY).orElseThrow() : boxes.getFirst();
    fields.add(new MailField("From", first.written()));
  }

  private static String nameOf(List<String> all) {
    return all.isEmpty() ? "" : HeaderText.plain(HeaderText.decoded(all.getFirst()));
  }

  private void addresses(String name, int most) {
    List<Mailbox> boxes = new ArrayList<>();
    for (String value : raw.values(name.toLowerCase(Locale.ROOT))) {
      boxes.addAll(Mailboxes.read(value));
    }
    if (!boxes.isEmpty()) {
      List<Mailbox> some = boxes.subList(0, Math.min(most, boxes.size()));
      fields.add(new MailField(name, Mailboxes.write(some)));
    }
  }

  private void subject() {
    String subject = HeaderText.plain(HeaderText.decoded(raw.value("subject").orElse("")));
    MailField.of("Subject", HeaderText.encoded(subject)).ifPresent(fields::add);
  }

  private void token(String name, List<String> tokens) {
    raw.value(name.toLowerCase(Locale.ROOT))
        .map(v -> v.strip().toLowerCase(Locale.ROOT))
        .filter(tokens::contains)
        .ifPresent(v -> fields.add(new MailField(name, v)));
  }

  private void list() {
    raw.value("list-id")
        .flatMap(v -> identifier(v.substring(Math.max(0, v.lastIndexOf('<')))))
        .ifPresent(id -> fields.add(new MailField("List-Id", id)));
  }

  private void identifiers(String name, int most) {
    String value = raw.value(name.toLowerCase(Locale.ROOT)).orElse("");
    List<String> found = new ArrayList<>();
    int at = value.indexOf('<');
    while (at >= 0 && found.size() < 1_000) {
      int end = value.indexOf('>', at);
      if (end < 0) {
        break;
      }
      identifier(value.substring(at, end + 1)).ifPresent(found::add);
      at = value.indexOf('<', end);
    }
    // The last ones are the nearest.
    List<String> some = found.subList(Math.max(0, found.size() - most), found.size());
    MailField.of(name, String.join(" ", some)).ifPresent(fields::add);
  }

  private static Optional<String> identifier(String value) {
    String bare = value.strip();
    int from = bare.indexOf('<');
    int to = bare.indexOf('>', from + 1);
    String id = from < 0 || to < 0 ? bare : bare.substring(from + 1, to);
    boolean good =
        !id.isEmpty()
            && id.length() <= LONGEST_ID
            && id.chars().allMatch(c -> c > ' ' && c < 0x7f && "<>()\",;\\".indexOf(c) < 0);
    return good ? Optional.of("<" + id + ">") : Optional.empty();
  }

  private static String own(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "<" + HexFormat.of().formatHex(digest, 0, 16) + "@bastide.invalid>";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("the platform lacks a digest it must have", impossible);
    }
  }
}
