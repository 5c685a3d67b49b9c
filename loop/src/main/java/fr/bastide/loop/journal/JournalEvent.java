package fr.bastide.loop.journal;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.AccountId;
import java.time.Instant;
import java.util.Optional;

/// Something that was done, before it has its place in the chain.
///
/// @param at when
/// @param actor who; empty when the house itself did it
/// @param act what, such as `ANSWER`
/// @param body to which body, if to one
/// @param object to which object exactly, at most 300 characters, without personal data
public record JournalEvent(
    Instant at, Optional<AccountId> actor, String act, Optional<BodyId> body, String object) {

  /// The longest object kept, in characters.
  public static final int MAX_OBJECT = 300;

  public JournalEvent {
    // The database keeps microseconds: what is hashed is what is kept.
    at = at.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    object = object.length() > MAX_OBJECT ? cut(object) : object;
  }

  /// Never between the two halves of a character.
  private static String cut(String object) {
    boolean between = Character.isHighSurrogate(object.charAt(MAX_OBJECT - 1));
    return object.substring(0, between ? MAX_OBJECT - 1 : MAX_OBJECT);
  }
}
