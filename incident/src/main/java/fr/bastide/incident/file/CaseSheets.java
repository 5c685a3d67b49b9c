package fr.bastide.incident.file;

import fr.bastide.document.Finding;
import fr.bastide.incident.Qualification;
import fr.bastide.incident.dossier.CaseFile;
import fr.bastide.incident.internal.dossier.CaseReader;
import java.util.List;

/// Reads what a case knows beside its facts (who the victim is, people, timeline, damage, evidence,
/// traces) as YAML; hostile input is parsed in bounds. The shape is in `case.schema.json`.
public final class CaseSheets {

  /// The largest file read, in bytes.
  public static final int MAX_BYTES = 2_000_000;

  private CaseSheets() {}

  /// What reading gives: a case that can be used, with warnings, or errors alone.
  public sealed interface Outcome {

    /// What is to be said about the file, errors first, in the order of the lines.
    List<Finding> findings();

    /// It can be used.
    record Usable(CaseFile file, List<Finding> findings) implements Outcome {}

    /// It cannot; nothing of it was used.
    record Refused(List<Finding> findings) implements Outcome {}
  }

  /// Reads a case written as YAML (or JSON, which is YAML).
  ///
  /// @param qualification the facts of the case, and what the engine says about them
  public static Outcome read(byte[] yaml, Qualification qualification) {
    return new CaseReader(qualification).read(yaml);
  }
}
