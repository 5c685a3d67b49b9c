package fr.bastide.airlock.mail;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Rebuilds the parts of a message: words by the disarmers of pages and plain text, everything else
/// through the door. A part that is refused leaves a note in its place; under the policy `strict`
/// it refuses the whole.
final class PartRebuilding {

  private static final String STRICT = "strict";
  private static final int MOST_TNEF = 3;
  private static final Set<String> CALENDAR_METHODS =
      Set.of(
          "REQUEST", "REPLY", "CANCEL", "PUBLISH", "COUNTER", "DECLINECOUNTER", "REFRESH", "ADD");

  /// Messages in pieces, and messages that are somewhere else (RFC 2046, sections 5.2.2, 5.2.3).
  private static final Set<String> ELSEWHERE = Set.of("message/partial", "message/external-body");

  /// Reports and headers, which are read as text.
  private static final Set<String> REPORTS =
      Set.of(
          "message/delivery-status",
          "message/global-delivery-status",
          "message/disposition-notification",
          "text/rfc822-headers",
          "message/feedback-report");

  private final Workbench bench;
  private final Ledger ledger;
  private final WordsRebuilding words;

  /// What may not stand where it was, such as a note among alternatives.
  private final List<MailPart> late = new ArrayList<>();

  private Optional<MailPart> tnefWords = Optional.empty();
  private int tnefDepth;

  PartRebuilding(Workbench bench, Ledger ledger) {
    this.bench = bench;
    this.ledger = ledger;
    this.words = new WordsRebuilding(bench, ledger, this::attached);
  }

  /// The body of the new message.
  MailPart whole(RawPart root) {
    Optional<MailPart> body = part(root, MailPart.Kind.MIXED);
    List<MailPart> parts = new ArrayList<>();
    if (words.isBlank()) {
      tnefWords.ifPresent(parts::add);
    }
    body.ifPresent(b -> {
      if (b instanceof MailPart.Group group && group.kind() == MailPart.Kind.MIXED) {
        parts.addAll(group.parts());
      } else {
        parts.add(b);
      }
    });
    parts.addAll(late);
    return group(MailPart.Kind.MIXED, parts).orElseGet(() -> new MailPart.Words(false, ""));
  }

  private static Optional<MailPart> group(MailPart.Kind kind, List<MailPart> parts) {
    return switch (parts.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(parts.getFirst());
      default -> Optional.of(new MailPart.Group(kind, parts));
    };
  }

  private Optional<MailPart> part(RawPart raw, MailPart.Kind around) {
    return switch (raw) {
      case RawPart.Leaf leaf -> leaf(leaf, around);
      case RawPart.Multi multi -> multi(multi);
    };
  }

  private Optional<MailPart> multi(RawPart.Multi multi) {
    String kind = multi.head().kind();
    switch (kind) {
      case "multipart/encrypted" -> {
        refuse("message", Reason.ENCRYPTED, MailPart.Kind.ALTERNATIVE);
        return Optional.empty();
      }
      case "multipart/signed" -> signed(multi.head().type().get("protocol").orElse(""));
      default -> {}
    }
    MailPart.Kind as =
        switch (kind) {
          case "multipart/alternative" -> MailPart.Kind.ALTERNATIVE;
          case "multipart/related" -> MailPart.Kind.RELATED;
          default -> MailPart.Kind.MIXED;
        };
    List<MailPart> parts = new ArrayList<>();
    for (RawPart one : multi.parts()) {
      part(one, as)
          .ifPresent(p -> {
            boolean misplaced = as == MailPart.Kind.ALTERNATIVE && !isAlternative(p);
            (misplaced ? late : parts).add(p);
          });
    }
    return group(as, parts);
  }

  /// What may be one of several forms of the same words.
  private static boolean isAlternative(MailPart part) {
    return switch (part) {
      case MailPart.Words _, MailPart.Group _ -> true;
      case MailPart.File file -> file.type() == ContentType.ICALENDAR;
      case MailPart.Message _ -> false;
    };
  }

  /// A signature over the message breaks with the rebuilding; one that binds in law is a matter of
  /// policy.
  private void signed(String protocol) {
    boolean binding = protocol.toLowerCase(Locale.ROOT).contains("pkcs7");
    if (binding && bench.policy().signed() == Policy.Signed.QUARANTINE) {
      throw new RefusedException(Reason.SIGNED, "smime.p7s");
    }
    ledger.once(Threat.SIGNATURE, "message");
  }

  private Optional<MailPart> leaf(RawPart.Leaf leaf, MailPart.Kind around) {
    RawHead head = leaf.head();
    String kind = head.kind();
    String name = head.fileName();
    if (kind.endsWith("pkcs7-signature") || kind.equals("application/pgp-signature")) {
      ledger.once(Threat.SIGNATURE, "message");
      return Optional.empty();
    }
    if (kind.endsWith("/pkcs7-mime") || kind.endsWith("/x-pkcs7-mime")) {
      boolean signed = head.type().get("smime-type").orElse("").startsWith("signed");
      return refuse(
          name.isEmpty() ? "smime.p7m" : name, signed ? Reason.SIGNED : Reason.ENCRYPTED, around);
    }
    if (ELSEWHERE.contains(kind)) {
      return refuse("message", Reason.UNKNOWN_KIND, around);
    }
    if (TnefFile.is(leaf.bytes())) {
      tnef(leaf.bytes());
      return Optional.empty();
    }
    boolean report = REPORTS.contains(kind);
    boolean shown = kind.equals("text/plain") || kind.equals("text/html") || kind.isEmpty();
    if (report || (shown && !head.isAttached() && name.isEmpty())) {
      return words.rebuilt(leaf.bytes(), head.type().get("charset").orElse(""), kind);
    }
    if (around == MailPart.Kind.ALTERNATIVE && kind.startsWith("text/") && !isCalendar(kind)) {
      ledger.add(Threat.UNKNOWN_PART, kind.length() > 60 ? "text" : kind);
      return Optional.empty();
    }
    return file(head, name.isEmpty() ? unnamed(kind) : name, leaf.bytes(), around);
  }

  private static boolean isCalendar(String kind) {
    return kind.equals("text/calendar");
  }

  private static String unnamed(String kind) {
    if (isCalendar(kind)) {
      return "invitation.ics";
    }
    if (kind.equals("message/rfc822") || kind.equals("message/global")) {
      return "message.eml";
    }
    for (ContentType type : ContentType.values()) {
      if (type.mediaType().equals(kind) && type != ContentType.UNKNOWN) {
        return (kind.startsWith("image/") ? "image." : "fichier.") + type.extension();
      }
    }
    return "fichier";
  }

  private Optional<MailPart> file(RawHead head, String name, byte[] bytes, MailPart.Kind around) {
    String kind = head.kind();
    Content content = new Content(named(name, kind), Optional.of(kind), bytes);
    return switch (bench.pass(content)) {
      case Outcome.Rebuilt(Content rebuilt, ContentType type, var findings) -> {
        ledger.addAll(findings, HeaderText.plain(name));
        if (type == ContentType.MAIL) {
          yield Optional.of(new MailPart.Message(rebuilt.name(), rebuilt.bytes()));
        }
        boolean picture = type.mediaType().startsWith("image/");
        boolean inline = (picture && !head.isAttached()) || isCalendar(kind);
        yield Optional.of(
            new MailPart.File(
                type,
                rebuilt.name(),
                rebuilt.bytes(),
                inline,
                picture ? head.id() : Optional.empty(),
                method(head, type)));
      }
      case Outcome.Refused refused -> {
        stop(refused, name);
        yield refuse(name, refused.reason(), around);
      }
    };
  }

  /// A message within is known by its type, whatever its name.
  private static String named(String name, String kind) {
    boolean mail = kind.equals("message/rfc822") || kind.equals("message/global");
    return mail && !name.toLowerCase(Locale.ROOT).endsWith(".eml") ? name + ".eml" : name;
  }

  private static Optional<String> method(RawHead head, ContentType type) {
    return type == ContentType.ICALENDAR
        ? head.type()
            .get("method")
            .map(m -> m.toUpperCase(Locale.ROOT))
            .filter(CALENDAR_METHODS::contains)
        : Optional.empty();
  }

  /// A file found within another part, such as text.
  private void attached(String name, byte[] bytes) {
    file(new RawHead(List.of(), ""), name, bytes, MailPart.Kind.MIXED).ifPresent(late::add);
  }

  private void tnef(byte[] bytes) {
    if (tnefDepth >= MOST_TNEF) {
      refuse("winmail.dat", Reason.TOO_DEEP, MailPart.Kind.ALTERNATIVE);
      return;
    }
    tnefDepth++;
    try {
      TnefFile tnef = TnefFile.read(bytes, bench);
      ledger.once(Threat.CONVERTED, "winmail.dat");
      tnef.page()
          .flatMap(page -> words.quietly(page, "text/html"))
          .or(() -> tnef.text().flatMap(text -> words.quietly(text, "text/plain")))
          .ifPresent(w -> tnefWords = Optional.of(w));
      for (TnefFile.Attached one : tnef.files()) {
        if (TnefFile.is(one.bytes())) {
          tnef(one.bytes());
        } else {
          attached(one.name(), one.bytes());
        }
      }
    } catch (TnefFile.Broken broken) {
      refuse("winmail.dat", Reason.MALFORMED, MailPart.Kind.ALTERNATIVE);
    } finally {
      tnefDepth--;
    }
  }

  /// What refuses the whole: a spent budget, and everything under the policy `strict`.
  private void stop(Outcome.Refused refused, String name) {
    boolean spent =
        switch (refused.reason()) {
          case BOMB, TIME_OUT, MEMORY_OUT, TOO_MANY_PARTS -> true;
          default -> false;
        };
    if (spent || bench.policy().name().equals(STRICT)) {
      String place = HeaderText.plain(name);
      throw new RefusedException(
          refused.reason(), refused.where().isEmpty() ? place : place + "/" + refused.where());
    }
  }

  private Optional<MailPart> refuse(String name, Reason reason, MailPart.Kind around) {
    stop(new Outcome.Refused(reason), name);
    ledger.add(Threat.REFUSED_MEMBER, HeaderText.plain(name));
    MailPart note = Notes.refused(name, reason);
    if (around == MailPart.Kind.MIXED) {
      return Optional.of(note);
    }
    late.add(note);
    return Optional.empty();
  }
}
