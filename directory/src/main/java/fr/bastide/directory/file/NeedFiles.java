package fr.bastide.directory.file;

import fr.bastide.directory.Vocabulary;
import fr.bastide.directory.internal.NeedReader;
import fr.bastide.directory.internal.NeedTemplate;
import fr.bastide.directory.panel.Need;
import fr.bastide.kernel.Language;
import java.time.LocalDate;

/// Reads needs written as YAML or JSON; the shape is in `need.schema.json`.
public final class NeedFiles {

  /// The largest file read, in bytes.
  public static final int MAX_BYTES = 500_000;

  private NeedFiles() {}

  /// Reads a need.
  public static Reading<Need> read(byte[] yaml, Vocabulary vocabulary) {
    return NeedReader.read(yaml, vocabulary);
  }

  /// A need to fill in, as YAML with its explanations: an exercise of that day that reads as it
  /// stands.
  public static String template(Vocabulary vocabulary, LocalDate date, Language language) {
    return NeedTemplate.of(vocabulary, date, language);
  }
}
