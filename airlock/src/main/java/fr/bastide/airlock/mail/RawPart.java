package fr.bastide.airlock.mail;

import java.util.List;

/// A part of a message from outside, decoded; nothing in it is believed.
sealed interface RawPart {

  RawHead head();

  /// A part without parts.
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Leaf(RawHead head, byte[] bytes) implements RawPart {}

  /// A part made of parts.
  record Multi(RawHead head, List<RawPart> parts) implements RawPart {}
}
