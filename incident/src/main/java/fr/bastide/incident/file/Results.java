package fr.bastide.incident.file;

import fr.bastide.incident.Qualification;
import fr.bastide.incident.internal.JsonQualification;
import fr.bastide.incident.internal.JsonReflex;
import fr.bastide.incident.obligation.ObligationBook;
import fr.bastide.incident.reflex.ReflexCard;
import java.util.List;

/// What the engine says, for machines.
public final class Results {

  private Results() {}

  /// A qualification as one JSON object; its field `bastide` names the format.
  public static String json(Qualification qualification, ObligationBook book) {
    return new JsonQualification(qualification, book).write();
  }

  /// Reflex cards as one JSON object, in both languages; its field `bastide` names the format.
  ///
  /// @param version the version of the cards
  public static String json(String version, List<ReflexCard> cards) {
    return JsonReflex.write(version, cards);
  }
}
