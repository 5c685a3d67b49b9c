package fr.bastide.incident.message;

import fr.bastide.incident.Facts;
import fr.bastide.incident.dossier.CaseFile;
import fr.bastide.incident.internal.dossier.MessageBook;
import java.util.List;
import java.util.Optional;

/// Makes messages from cases. Thread-safe.
public final class Messages {

  private Messages() {}

  /// The version of the texts, by date.
  public static String version() {
    return MessageBook.builtin().version();
  }

  /// Every kind of message.
  public static List<MessageKind> kinds() {
    return MessageBook.builtin().kinds();
  }

  /// The kind of this identifier.
  public static Optional<MessageKind> kind(String id) {
    return kinds().stream().filter(kind -> kind.id().equals(id)).findFirst();
  }

  /// The kinds of incident that messages speak of: the identifiers of the reflex cards.
  public static List<String> incidents() {
    return MessageBook.builtin().incidents();
  }

  /// The kinds of incident that the facts of a case establish, the most telling first; `unknown`
  /// alone when they establish none.
  public static List<String> incidents(Facts facts) {
    return MessageBook.builtin().incidents(facts);
  }

  /// The message of a kind about the most telling kind of incident of a case.
  public static Message make(MessageKind kind, CaseFile file) {
    return make(kind, incidents(file.facts()).getFirst(), file);
  }

  /// The message of a kind about a kind of incident.
  ///
  /// @throws IllegalArgumentException when there is no such kind of incident
  public static Message make(MessageKind kind, String incident, CaseFile file) {
    return MessageBook.builtin().make(kind.audience(), incident, file);
  }
}
