package fr.bastide.loop.territory;

import fr.bastide.kernel.InseeCode;
import fr.bastide.loop.territory.BodyCsv.Invalid;
import fr.bastide.loop.territory.BodyCsv.Problem;
import fr.bastide.loop.territory.BodyCsv.Reading;
import fr.bastide.loop.territory.BodyCsv.Refused;
import fr.bastide.loop.territory.BodyCsv.Report;
import fr.bastide.loop.territory.BodyCsv.Row;
import fr.bastide.loop.territory.BodyCsv.Valid;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Reads one file of bodies from its first line to its last.
final class BodyCsvReader {

  private final CsvText.Readable text;
  private final Predicate<InseeCode> communeExists;
  private final Map<CsvColumn, Integer> columns = new EnumMap<>(CsvColumn.class);
  private final List<String> headings = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();

  BodyCsvReader(CsvText.Readable text, Predicate<InseeCode> communeExists) {
    this.text = text;
    this.communeExists = communeExists;
  }

  Reading read() {
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(text.separator()).get();
    int line = 1;
    try (CSVParser parser = CSVParser.parse(new StringReader(text.csv()), format)) {
      Iterator<CSVRecord> records = parser.iterator();
      while (records.hasNext()) {
        CSVRecord cells = records.next();
        if (!blank(cells)) {
          Optional<Refused> refused = take(cells, line);
          if (refused.isPresent()) {
            return refused.get();
          }
        }
        line = (int) parser.getCurrentLineNumber() + 1;
      }
    } catch (UncheckedIOException | IOException broken) {
      return new Refused(line, CsvMessages.BROKEN);
    }
    return new Report(text.encoding(), text.separator(), rows, unknown);
  }

  private Optional<Refused> take(CSVRecord cells, int line) {
    if (headings.isEmpty()) {
      return head(cells, line);
    }
    if (rows.size() == BodyCsv.MAX_ROWS) {
      return Optional.of(new Refused(line, CsvMessages.TOO_MANY_ROWS));
    }
    rows.add(row(cells, line));
    return Optional.empty();
  }

  private Optional<Refused> head(CSVRecord cells, int line) {
    for (int i = 0; i < cells.size(); i++) {
      String heading = BodyRow.shown(cells.get(i).strip());
      headings.add(heading);
      Optional<CsvColumn> column = CsvColumn.named(heading);
      if (column.isPresent() && columns.put(column.get(), i) != null) {
        return Optional.of(new Refused(line, CsvMessages.twice(heading)));
      }
      if (column.isEmpty() && !heading.isEmpty()) {
        unknown.add(heading);
      }
    }
    boolean enough = columns.containsKey(CsvColumn.NAME) && columns.containsKey(CsvColumn.FORM);
    return enough ? Optional.empty() : Optional.of(new Refused(line, CsvMessages.NO_COLUMNS));
  }

  private Row row(CSVRecord cells, int line) {
    for (int i = headings.size(); i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        return new Invalid(line, List.of(new Problem("", CsvMessages.TOO_MANY_CELLS)));
      }
    }
    BodyRow row = new BodyRow(column -> cell(cells, column), this::heading, communeExists);
    Optional<NewBody> body = row.body();
    if (body.isEmpty()) {
      return new Invalid(line, row.problems());
    }
    Optional<Problem> twice = twice(body.get(), line);
    return twice.isPresent()
        ? new Invalid(line, List.of(twice.get()))
        : new Valid(line, body.get());
  }

  /// Whether an earlier line has the same SIREN or, without one, the same form, commune and name.
  private Optional<Problem> twice(NewBody body, int line) {
    String key = body.siren().map(s -> "siren " + s).orElseGet(() -> body.id().value());
    Integer before = seen.putIfAbsent(key, line);
    CsvColumn column = body.siren().isPresent() ? CsvColumn.SIREN : CsvColumn.NAME;
    return before == null
        ? Optional.empty()
        : Optional.of(new Problem(heading(column), CsvMessages.seenBefore(before)));
  }

  private String cell(CSVRecord cells, CsvColumn column) {
    Integer at = columns.get(column);
    return at == null || at >= cells.size() ? "" : cells.get(at).strip();
  }

  private String heading(CsvColumn column) {
    Integer at = columns.get(column);
    return at == null ? column.heading() : headings.get(at);
  }

  private static boolean blank(CSVRecord cells) {
    return cells.stream().allMatch(String::isBlank);
  }
}
