package fr.bastide.incident.file;

import fr.bastide.document.Finding;
import fr.bastide.incident.Facts;
import fr.bastide.incident.Questionnaire;
import fr.bastide.incident.internal.FactsReader;
import fr.bastide.incident.internal.FactsTemplate;
import fr.bastide.incident.obligation.ObligationBook;
import fr.bastide.kernel.Language;
import java.util.List;

/// Reads and writes the facts of a case as YAML; hostile input is parsed in bounds (size, depth, no
/// tags, no aliases). The shape is in `facts.schema.json`.
public final class FactsFiles {

  /// The largest file read, in bytes.
  public static final int MAX_BYTES = 500_000;

  private FactsFiles() {}

  /// What reading gives: facts that can be used, with warnings, or errors alone.
  public sealed interface Outcome {

    /// What is to be said about the file, errors first, in the order of the lines.
    List<Finding> findings();

    /// It can be used.
    record Usable(Facts facts, List<Finding> findings) implements Outcome {}

    /// It cannot; nothing of it was used.
    record Refused(List<Finding> findings) implements Outcome {}
  }

  /// Reads facts written as YAML (or JSON, which is YAML).
  public static Outcome read(byte[] yaml, ObligationBook book) {
    return FactsReader.read(yaml, book);
  }

  /// A file to fill in: every question as a comment with its possible answers, all unknown.
  public static String template(Questionnaire questionnaire, Language language) {
    return new FactsTemplate(questionnaire, language).write();
  }
}
