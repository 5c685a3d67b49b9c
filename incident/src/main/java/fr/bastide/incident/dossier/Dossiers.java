package fr.bastide.incident.dossier;

import fr.bastide.incident.internal.dossier.DossierBook;
import fr.bastide.incident.internal.dossier.DossierText;
import fr.bastide.incident.internal.dossier.Filler;
import fr.bastide.incident.internal.dossier.JsonDossier;
import fr.bastide.kernel.Language;
import java.util.List;
import java.util.Optional;

/// Makes documents from cases. Thread-safe.
public final class Dossiers {

  private Dossiers() {}

  /// The version of the texts, by date.
  public static String version() {
    return DossierBook.builtin().version();
  }

  /// Every kind of document, in the order in which one needs them.
  public static List<DossierKind> kinds() {
    return DossierBook.builtin().kinds();
  }

  /// The kind of this identifier.
  public static Optional<DossierKind> kind(String id) {
    return kinds().stream().filter(kind -> kind.id().equals(id)).findFirst();
  }

  /// The document of a kind, from what a case knows; what it does not know is left blank. The same
  /// case gives the same document.
  ///
  /// @param language in which the reader wants it; the kind may have only the other
  /// @throws IllegalArgumentException when the kind is none of [#kinds]
  public static Dossier make(DossierKind kind, CaseFile file, Language language) {
    return new Filler(DossierBook.builtin(), file, kind, kind.language(language)).make();
  }

  /// The document as plain text for a screen or a mail, in lines of 78 characters at most where
  /// words allow it.
  public static String text(Dossier dossier) {
    return new DossierText(dossier).write();
  }

  /// The document as one JSON object; its field `bastide` names the format.
  public static String json(Dossier dossier) {
    return JsonDossier.write(dossier);
  }
}
