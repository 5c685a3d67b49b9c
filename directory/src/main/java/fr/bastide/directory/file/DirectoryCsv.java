package fr.bastide.directory.file;

import fr.bastide.directory.Directory;
import fr.bastide.directory.EntryId;
import fr.bastide.directory.Vocabulary;
import fr.bastide.directory.internal.CsvReader;
import fr.bastide.directory.internal.CsvWriter;
import java.util.List;

/// Brings providers in and out as one table, as spreadsheets write and read it. People, references
/// and sources have no column: an import leaves them as they are, and so it does with every field
/// whose column is missing. Solutions have no table; JSON carries everything.
public final class DirectoryCsv {

  /// The largest file read, in bytes.
  public static final int MAX_BYTES = 8_000_000;

  /// The most lines read, the one of column names left out.
  public static final int MAX_ROWS = 2_000;

  private DirectoryCsv() {}

  /// What an import would do. Nothing is changed until somebody keeps the directory.
  ///
  /// @param merged the directory after it
  /// @param rows what each line does, in their order
  public record Import(Directory merged, List<Row> rows) {
    public Import {
      rows = List.copyOf(rows);
    }
  }

  /// What a line does.
  public enum Effect {
    ADDED,
    CHANGED,
    UNCHANGED
  }

  /// What one line does.
  ///
  /// @param line the line of the file on which it begins, from 1
  /// @param provider whom it is about
  /// @param effect what it does
  /// @param fields the fields that change
  public record Row(int line, EntryId provider, Effect effect, List<String> fields) {
    public Row {
      fields = List.copyOf(fields);
    }
  }

  /// Reads a table onto a directory, whatever it holds, with the checks of [DirectoryFiles].
  public static Reading<Import> read(byte[] csv, Directory current, Vocabulary vocabulary) {
    return CsvReader.read(csv, current, vocabulary);
  }

  /// Writes the providers so that spreadsheets open them with a double click (UTF-8 with byte order
  /// mark, `;`). Cells that a spreadsheet would run begin with an apostrophe; [#read] takes it off.
  public static byte[] write(Directory directory) {
    return CsvWriter.write(directory);
  }
}
