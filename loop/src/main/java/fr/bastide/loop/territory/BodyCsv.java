package fr.bastide.loop.territory;

import fr.bastide.kernel.InseeCode;
import fr.bastide.kernel.Text;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/// Brings bodies in and out as CSV, as spreadsheets write and read it.
///
/// One line of column names, in French or English and in any order, then one line a body: name and
/// form, and if known SIREN, INSEE code of the commune where it sits, population, e-mail,
/// workstations. Reading changes nothing: it reports, line by line, what would be brought in.
public final class BodyCsv {

  /// The largest file read, in bytes.
  public static final int MAX_BYTES = 2_000_000;

  /// The most lines read, the one of column names left out.
  public static final int MAX_ROWS = 10_000;

  /// The longest cell read, in characters.
  public static final int MAX_CELL = 500;

  /// How the letters of a file were written.
  public enum Encoding {
    /// UTF-8, with or without a byte order mark.
    UTF_8,
    /// Windows-1252, what French spreadsheets write when nobody asks; guessed, because nothing says
    /// so in the file: names deserve a look.
    WINDOWS_1252
  }

  /// What reading gives: a report on every line, or the reason why the file cannot be read.
  public sealed interface Reading {}

  /// The file can be read; each of its lines may still be right or wrong.
  ///
  /// @param encoding how its letters were written
  /// @param separator `;` or `,`
  /// @param rows its lines in their order, empty ones left out
  /// @param unknownColumns the names of the columns that were not read, as written
  public record Report(
      Encoding encoding, char separator, List<Row> rows, List<String> unknownColumns)
      implements Reading {

    public Report {
      rows = List.copyOf(rows);
      unknownColumns = List.copyOf(unknownColumns);
    }

    /// The bodies that can be brought in.
    public List<NewBody> bodies() {
      return rows.stream()
          .filter(Valid.class::isInstance)
          .map(Valid.class::cast)
          .map(Valid::body)
          .toList();
    }

    /// Whether every line can be brought in.
    public boolean clean() {
      return rows.stream().noneMatch(Invalid.class::isInstance);
    }
  }

  /// The file cannot be read; nothing of it was.
  ///
  /// @param line the line where reading stopped, from 1; 0 when it concerns the whole file
  /// @param text what is wrong and what to do
  public record Refused(int line, Text text) implements Reading {}

  /// What one line of the file says.
  public sealed interface Row {

    /// The line of the file on which it begins, from 1.
    int line();
  }

  /// A line that can be brought in.
  ///
  /// @param line the line of the file on which it begins, from 1
  /// @param body what it says
  public record Valid(int line, NewBody body) implements Row {}

  /// A line that cannot.
  ///
  /// @param line the line of the file on which it begins, from 1
  /// @param problems everything wrong in it, at least one
  public record Invalid(int line, List<Problem> problems) implements Row {

    public Invalid {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("an invalid line says why");
      }
    }
  }

  /// Something wrong in a cell.
  ///
  /// @param column the name of its column, as written in the file; empty when it is the whole line
  /// @param text what is wrong and what to do
  public record Problem(String column, Text text) {}

  private BodyCsv() {}

  /// Reads a file, whatever it holds; INSEE codes are checked by their form alone.
  public static Reading read(byte[] csv) {
    return read(csv, code -> true);
  }

  /// Reads a file, whatever it holds.
  ///
  /// @param communeExists whether there is a commune of this code
  public static Reading read(byte[] csv, Predicate<InseeCode> communeExists) {
    return switch (CsvText.of(csv)) {
      case CsvText.Unreadable unreadable -> new Refused(0, unreadable.text());
      case CsvText.Readable text -> new BodyCsvReader(text, communeExists).read();
    };
  }

  /// Writes bodies so that French spreadsheets open them with a double click: UTF-8 with byte order
  /// mark, `;`, French column names. Cells that a spreadsheet would take for a formula begin with
  /// an apostrophe. [#read] reads it back.
  public static byte[] write(Collection<NewBody> bodies) {
    return BodyCsvWriter.write(bodies);
  }
}
