package fr.bastide.incident.file;

import fr.bastide.incident.Qualification;
import fr.bastide.incident.internal.JsonQualification;
import fr.bastide.incident.obligation.ObligationBook;

/// What the engine says, for machines.
public final class Results {

  private Results() {}

  /// A qualification as one JSON object; its field `bastide` names the format.
  public static String json(Qualification qualification, ObligationBook book) {
    return new JsonQualification(qualification, book).write();
  }
}
