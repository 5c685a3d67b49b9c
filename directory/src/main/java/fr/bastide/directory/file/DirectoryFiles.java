package fr.bastide.directory.file;

import fr.bastide.directory.Directory;
import fr.bastide.directory.Vocabulary;
import fr.bastide.directory.internal.DirectoryJson;
import fr.bastide.directory.internal.DirectoryReader;
import fr.bastide.document.CanonicalJson;

/// Reads and writes directories as YAML or JSON; the shape is in `directory.schema.json`. Hostile
/// input is parsed in bounds (size, depth, no tags, no aliases).
public final class DirectoryFiles {

  /// The largest file read, in bytes.
  public static final int MAX_BYTES = 16_000_000;

  private DirectoryFiles() {}

  /// Reads a directory written as YAML (or JSON, which is YAML) and checks it: SIREN, dates,
  /// prices, references between entries, duplicates.
  public static Reading<Directory> read(byte[] yaml, Vocabulary vocabulary) {
    return DirectoryReader.read(yaml, vocabulary);
  }

  /// The directory as JSON, always the same for the same directory; [#read] reads it back.
  public static String json(Directory directory) {
    return CanonicalJson.indented(DirectoryJson.of(directory));
  }
}
