package fr.bastide.airlock.mail;

import fr.bastide.airlock.ContentType;
import java.util.List;
import java.util.Optional;

/// A part of a message that leaves.
public sealed interface MailPart {

  /// Words that a reader shows as the message itself.
  ///
  /// @param text with any line ends; leaves in UTF-8
  record Words(boolean html, String text) implements MailPart {}

  /// A file that was rebuilt.
  ///
  /// @param name under which it leaves
  /// @param id by which a page in the same message shows it (RFC 2392), without its angle brackets
  /// @param method what a calendar asks for (RFC 6047)
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record File(
      ContentType type,
      String name,
      byte[] bytes,
      boolean inline,
      Optional<String> id,
      Optional<String> method)
      implements MailPart {

    /// A file to be saved or opened.
    public static File attached(ContentType type, String name, byte[] bytes) {
      return new File(type, name, bytes, false, Optional.empty(), Optional.empty());
    }
  }

  /// A message within, canonical itself.
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Message(String name, byte[] bytes) implements MailPart {}

  /// Several parts.
  record Group(Kind kind, List<MailPart> parts) implements MailPart {
    public Group {
      parts = List.copyOf(parts);
    }
  }

  /// How the parts of a group belong together (RFC 2046, RFC 2387).
  enum Kind {
    /// One after the other.
    MIXED("mixed"),
    /// The same in several forms, the richest last.
    ALTERNATIVE("alternative"),
    /// A page and its pictures.
    RELATED("related");

    private final String subtype;

    Kind(String subtype) {
      this.subtype = subtype;
    }

    String subtype() {
      return subtype;
    }
  }
}
