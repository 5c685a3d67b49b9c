package fr.bastide.directory.internal;

import fr.bastide.directory.Directory;
import fr.bastide.directory.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Writes the table of providers.
public final class CsvWriter {

  private CsvWriter() {}

  /// See [fr.bastide.directory.file.DirectoryCsv#write].
  public static byte[] write(Directory directory) {
    StringBuilder out = new StringBuilder("\ufeff");
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(';').get();
    try (CSVPrinter printer = new CSVPrinter(out, format)) {
      printer.printRecord(CsvColumn.headings());
      for (Provider provider : directory.providers()) {
        Map<String, Object> fields = DirectoryJson.of(provider);
        printer.printRecord(
            Arrays.stream(CsvColumn.values())
                .map(column -> Formulas.disarmed(CsvCell.write(column, fields))));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }
}
