package fr.bastide.incident.dossier;

import fr.bastide.incident.condition.Condition;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import java.util.List;

/// A kind of document that can be made from a case.
///
/// @param id such as `complaint`
/// @param name for people
/// @param purpose what it is for and to whom it goes, in a sentence
/// @param languages in which it can be written, the first by default
/// @param fits in which cases it makes sense
/// @param duties the obligations it serves
/// @param most the strictest marking of what it may carry
public record DossierKind(
    String id,
    Text name,
    Text purpose,
    List<Language> languages,
    Condition fits,
    List<String> duties,
    Marking most) {

  public DossierKind {
    languages = List.copyOf(languages);
    duties = List.copyOf(duties);
  }

  /// The language nearest to the one asked for: a document for a French authority is in French.
  public Language language(Language asked) {
    return languages.contains(asked) ? asked : languages.getFirst();
  }
}
