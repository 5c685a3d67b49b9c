package fr.bastide.assessment.file;

import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.internal.AnswerReader;
import fr.bastide.assessment.internal.TemplateWriter;
import fr.bastide.document.Finding;
import fr.bastide.kernel.Language;
import java.util.List;

/// Reads and writes [AnswerFile]s; hostile input is parsed in bounds (size, depth, no tags, no
/// aliases).
public final class AnswerFiles {

  /// The largest file read, in bytes.
  public static final int MAX_BYTES = 2_000_000;

  private AnswerFiles() {}

  /// What reading gives: a file that can be used, with warnings, or errors alone.
  public sealed interface Reading {

    /// What is to be said about the file, errors first, in the order of the lines.
    List<Finding> findings();

    /// It can be used.
    record Usable(AnswerFile file, List<Finding> findings) implements Reading {}

    /// It cannot; nothing of it was used.
    record Refused(List<Finding> findings) implements Reading {}
  }

  /// Reads an answer file written as YAML (or JSON, which is YAML).
  public static Reading read(byte[] yaml, Referential referential) {
    return AnswerReader.read(yaml, referential);
  }

  /// An answer file to fill in: every question of the depth as a comment with its choices, all
  /// answers unknown.
  public static String template(Referential referential, Depth depth, Language language) {
    return TemplateWriter.template(referential, depth, language);
  }

  /// The same file filled with the given answers.
  public static String write(AnswerFile file, Referential referential, Language language) {
    return TemplateWriter.write(file, referential, language);
  }
}
