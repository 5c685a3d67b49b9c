package fr.bastide.loop.intake;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// A mail as it was read, within bounds: nothing of it is believed.
///
/// @param messageId its `Message-ID`, without the angle brackets; may be empty
/// @param references the identifiers in its `In-Reply-To` and `References`, the nearest first
/// @param from the address it claims to come from; may be empty
/// @param name the name beside that address; may be empty
/// @param subject its subject
/// @param text its plain text; of a mail in HTML alone, the words without the markup
/// @param at when the server received it
/// @param sha256 the hash of what makes its content: sender, date, subject, text and files
/// @param automatic whether a program sent it: an acknowledgement, a bounce, a list
/// @param troubles what could not be read as it should be
/// @param pieces its files, the mail itself first
public record Incoming(
    String messageId,
    List<String> references,
    String from,
    String name,
    String subject,
    String text,
    Instant at,
    String sha256,
    boolean automatic,
    Set<Trouble> troubles,
    List<Piece> pieces) {

  /// What could not be read as it should be.
  public enum Trouble {
    /// It is larger than what is read here; it stays in the mailbox.
    TOO_LARGE,
    /// Its form is broken: parts of it may be missing.
    BROKEN,
    /// It has more or longer parts than are taken apart; the mail itself is kept whole.
    CUT
  }

  /// One file.
  ///
  /// @param name as the sender calls it
  /// @param media as the sender claims
  /// @param sha256 the hash of its bytes
  /// @param bytes its content
  public record Piece(String name, String media, String sha256, byte[] bytes) {}

  /// The mail itself alone, as a broken one: for what can be taken in no other way.
  public Incoming bare() {
    return new Incoming(
        "",
        List.of(),
        "",
        "",
        "",
        "",
        at,
        sha256,
        automatic,
        Set.of(Trouble.BROKEN),
        pieces.stream().limit(1).toList());
  }

  public Incoming {
    references = List.copyOf(references);
    troubles = Set.copyOf(troubles);
    pieces = List.copyOf(pieces);
  }
}
