package fr.bastide.directory.file;

import fr.bastide.directory.Vocabulary;
import fr.bastide.directory.internal.NeedReader;
import fr.bastide.directory.panel.Need;

/// Reads needs written as YAML or JSON; the shape is in `need.schema.json`.
public final class NeedFiles {

  /// The largest file read, in bytes.
  public static final int MAX_BYTES = 500_000;

  private NeedFiles() {}

  /// Reads a need.
  public static Reading<Need> read(byte[] yaml, Vocabulary vocabulary) {
    return NeedReader.read(yaml, vocabulary);
  }
}
