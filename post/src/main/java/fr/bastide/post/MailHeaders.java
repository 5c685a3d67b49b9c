package fr.bastide.post;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the headers of a mail say; nothing of it is believed.
///
/// @param messageId without the angle brackets; may be empty
/// @param references the mails it answers, the nearest first
/// @param from the address it claims to come from; may be empty
/// @param name the name beside it; may be empty
/// @param date the date as it is written; may be empty
/// @param subject decoded; may be empty
/// @param automatic whether a program sent it
record MailHeaders(
    String messageId,
    List<String> references,
    String from,
    String name,
    String date,
    String subject,
    boolean automatic) {

  /// Of a mail whose headers cannot be read.
  static final MailHeaders NONE = new MailHeaders("", List.of(), "", "", "", "", false);

  private static final int LONGEST_ID = 500;
  private static final int LONGEST = 2_000;

  MailHeaders {
    references = List.copyOf(references);
  }

  static MailHeaders of(MimeMessage message, int mostReferences) throws MessagingException {
    List<String> references = new ArrayList<>();
    add(references, header(message, "In-Reply-To"), mostReferences);
    List<String> all = new ArrayList<>();
    add(all, header(message, "References"), mostReferences);
    all.reversed().stream().filter(id -> !references.contains(id)).forEach(references::add);
    List<String> own = new ArrayList<>();
    add(own, header(message, "Message-ID"), 1);
    Optional<InternetAddress> from = sender(header(message, "From"));
    return new MailHeaders(
        own.isEmpty() ? "" : own.getFirst(),
        references,
        from.map(InternetAddress::getAddress).orElse(""),
        from.flatMap(one -> Optional.ofNullable(one.getPersonal())).orElse(""),
        header(message, "Date"),
        decoded(header(message, "Subject")),
        automatic(message));
  }

  /// RFC 3834, and what bounces and lists have instead.
  private static boolean automatic(MimeMessage message) throws MessagingException {
    String submitted = header(message, "Auto-Submitted").toLowerCase(Locale.ROOT);
    String precedence = header(message, "Precedence").toLowerCase(Locale.ROOT);
    return !submitted.isEmpty() && !submitted.startsWith("no")
        || List.of("bulk", "junk", "list").contains(precedence)
        || header(message, "Return-Path").equals("<>")
        || !header(message, "List-Id").isEmpty()
        || header(message, "Content-Type").toLowerCase(Locale.ROOT).startsWith("multipart/report");
  }

  private static Optional<InternetAddress> sender(String header) {
    try {
      for (Address one : InternetAddress.parseHeader(header, false)) {
        if (one instanceof InternetAddress address && address.getAddress() != null) {
          return Optional.of(address);
        }
      }
    } catch (AddressException broken) {
      // Whoever wrote it cannot be answered; the header itself is in the mail that is kept.
    }
    return Optional.empty();
  }

  private static String decoded(String header) {
    try {
      return MimeUtility.decodeText(MimeUtility.unfold(header));
    } catch (UnsupportedEncodingException | IllegalArgumentException broken) {
      return header;
    }
  }

  private static String header(MimeMessage message, String name) throws MessagingException {
    String[] all = message.getHeader(name);
    String first = all == null || all.length == 0 || all[0] == null ? "" : all[0].strip();
    return first.substring(0, Math.min(first.length(), LONGEST));
  }

  /// Adds the identifiers between angle brackets.
  private static void add(List<String> ids, String header, int most) {
    int at = 0;
    while (ids.size() < most) {
      int open = header.indexOf('<', at);
      int close = open < 0 ? -1 : header.indexOf('>', open);
      if (close < 0) {
        return;
      }
      String id = header.substring(open + 1, close).strip();
      if (!id.isEmpty() && id.length() <= LONGEST_ID && !ids.contains(id)) {
        ids.add(id);
      }
      at = close + 1;
    }
  }
}
