package fr.bastide.loop.territory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Writes bodies as CSV that a spreadsheet opens and does not run.
final class BodyCsvWriter {

  private BodyCsvWriter() {}

  static byte[] write(Collection<NewBody> bodies) {
    StringBuilder out = new StringBuilder("\ufeff");
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(';').get();
    try (CSVPrinter printer = new CSVPrinter(out, format)) {
      printer.printRecord(Arrays.stream(CsvColumn.values()).map(CsvColumn::heading));
      for (NewBody body : bodies) {
        printer.printRecord(Arrays.stream(CsvColumn.values()).map(c -> safe(cell(body, c))));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// Whether a spreadsheet would run a cell instead of showing it: it begins with `=`, `+`, `-`,
  /// `@` or their full-width forms, spaces and tabs before them not counted.
  static boolean formula(String cell) {
    int at = 0;
    while (at < cell.length()
        && (Character.isWhitespace(cell.charAt(at)) || Character.isSpaceChar(cell.charAt(at)))) {
      at++;
    }
    return at < cell.length() && "=+-@＝＋－＠".indexOf(cell.charAt(at)) >= 0;
  }

  private static String safe(String cell) {
    return formula(cell) ? "'" + cell : cell;
  }

  private static String cell(NewBody body, CsvColumn column) {
    return switch (column) {
      case NAME -> body.name();
      case FORM -> body.form().label().fr();
      case SIREN -> text(body.siren());
      case INSEE -> text(body.insee());
      case POPULATION -> text(body.population());
      case EMAIL -> text(body.email());
      case WORKSTATIONS -> text(body.workstations());
    };
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }
}
