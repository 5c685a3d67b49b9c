package fr.bastide.store.internal;

import java.util.List;

/// What a backup says about itself, written as `manifest.json`.
///
/// @param format always `bastide-backup`
/// @param formatVersion of this layout
/// @param schemaVersion the last migration of the tables, which a restore must share
/// @param created when, as an ISO 8601 instant
/// @param tables in the order of their names
/// @param sequences in the order of their names
public record Manifest(
    String format,
    int formatVersion,
    String schemaVersion,
    String created,
    List<Table> tables,
    List<Sequence> sequences) {

  public static final String FORMAT = "bastide-backup";
  public static final int FORMAT_VERSION = 1;

  public Manifest {
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
  }

  /// The content of one table, in the text format of `COPY`.
  ///
  /// @param name without its schema
  /// @param columns in the order of the content
  /// @param rows how many
  /// @param bytes size of the content, not compressed
  /// @param sha256 of the content, in hexadecimal
  public record Table(String name, List<String> columns, long rows, long bytes, String sha256) {

    public Table {
      columns = List.copyOf(columns);
    }

    /// The name of its entry in the archive.
    String entry() {
      return "tables/" + name + ".copy";
    }
  }

  /// A counter.
  ///
  /// @param name without its schema
  /// @param next the next value it will give
  public record Sequence(String name, long next) {}

  /// Rows of all tables together.
  public long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }
}
