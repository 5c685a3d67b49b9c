package fr.bastide.loop.letter;

import fr.bastide.kernel.Language;
import java.time.Instant;
import java.util.UUID;

/// A plain-text mail to one person.
///
/// @param id its identifier; also the mail's `Message-ID`, so that a mail sent twice is seen once
/// @param to the address
/// @param language in which it is written
/// @param subject still makes sense in a list of fifty
/// @param text the whole, plain, with one link at most
/// @param at when it was queued
/// @param once whether it had better be lost than leave twice: after a crash while it was handed
///   over, it does not leave again
public record Letter(
    UUID id, String to, Language language, String subject, String text, Instant at, boolean once) {

  private static final String OURS = "@bastide.invalid";

  /// A subject never carries a line break: nothing a person typed becomes a header.
  public Letter {
    subject = oneLine(subject);
  }

  /// A letter that had better leave twice than be lost.
  public Letter(UUID id, String to, Language language, String subject, String text, Instant at) {
    this(id, to, language, subject, text, at, false);
  }

  /// The mail's `Message-ID`, without the angle brackets.
  public String messageId() {
    return id + OURS;
  }

  /// Whether a `Message-ID` is one of ours.
  public static boolean ours(String messageId) {
    return messageId.endsWith(OURS);
  }

  private static String oneLine(String subject) {
    StringBuilder line = new StringBuilder();
    subject
        .codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .forEach(line::appendCodePoint);
    return line.toString();
  }
}
