package fr.bastide.loop.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Something said about a report: by whoever reported, by an operator, or in a mail.
///
/// @param id its identifier
/// @param report the report
/// @param author who said it
/// @param name how the author was shown; the address for a mail
/// @param text plain text, never markup
/// @param at when it came
/// @param standing how sure it is that it belongs here
/// @param mail what is known of the mail it came in or went out with
public record Message(
    UUID id,
    ReportId report,
    Author author,
    String name,
    String text,
    Instant at,
    Standing standing,
    Optional<Mail> mail) {

  /// The longest text that is kept, in characters.
  public static final int LONGEST = 20_000;

  /// Who said it.
  public enum Author {
    /// Whoever has the secret link.
    REPORTER,
    /// Somebody of the centre.
    OPERATOR,
    /// A mail that came in.
    MAIL,
    /// The house itself, in a letter.
    HOUSE
  }

  /// How sure it is that a message belongs to the conversation.
  public enum Standing {
    /// It came through the secret link, from the centre, or carries the secret of the conversation.
    PROVEN,
    /// It names the conversation, but anybody who knows the reference could have written it.
    CLAIMED
  }

  /// What is known of a mail.
  ///
  /// @param messageId its `Message-ID`, without the angle brackets; may be empty
  /// @param subject its subject; may be empty
  /// @param sha256 the hash of what was read of it; empty for a letter of the house
  public record Mail(String messageId, String subject, String sha256) {}
}
