package fr.bastide.directory.internal;

import fr.bastide.directory.Directory;
import fr.bastide.directory.EntryId;
import fr.bastide.directory.Provider;
import fr.bastide.directory.Vocabulary;
import fr.bastide.directory.file.DirectoryCsv;
import fr.bastide.directory.file.DirectoryCsv.Import;
import fr.bastide.directory.file.DirectoryCsv.Row;
import fr.bastide.directory.file.Reading;
import fr.bastide.document.Findings;
import fr.bastide.document.Yaml;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Reads a table of providers onto a directory. Each row becomes the fields that a YAML file would
/// have, over those of the entry that is there: one reader checks both, and says the line.
public final class CsvReader {

  private final Directory current;
  private final Vocabulary vocabulary;
  private final Findings findings = new Findings("");
  private final Map<CsvColumn, Integer> columns = new EnumMap<>(CsvColumn.class);
  private int headings;

  /// The fields of every entry, by identifier: from the directory, then from the table.
  private final Map<String, Yaml> entries = new TreeMap<>();

  private final Map<String, Integer> rows = new LinkedHashMap<>();

  private CsvReader(Directory current, Vocabulary vocabulary) {
    this.current = current;
    this.vocabulary = vocabulary;
  }

  /// See [DirectoryCsv#read].
  public static Reading<Import> read(byte[] csv, Directory current, Vocabulary vocabulary) {
    return new CsvReader(current, vocabulary).read(csv);
  }

  private Reading<Import> read(byte[] csv) {
    Optional<CsvText> text = CsvText.of(csv, findings);
    if (text.isEmpty() || !rows(text.get())) {
      return Reading.of(Optional.empty(), findings);
    }
    Map<String, Yaml.Entry> file = new LinkedHashMap<>();
    JsonYaml.of(DirectoryJson.of(current)).entries().forEach((key, entry) -> file.put(key, entry));
    file.put(
        "providers", new Yaml.Entry(0, new Yaml.Sequence(new ArrayList<>(entries.values()), 0)));
    Directory merged =
        DirectoryReader.read(
            Fields.of(new Yaml.Mapping(file, 0), "", findings), Words.of(vocabulary));
    return Reading.of(Optional.of(new Import(merged, report(merged))), findings);
  }

  private boolean rows(CsvText text) {
    for (Provider provider : current.providers()) {
      entries.put(provider.id().value(), JsonYaml.of(DirectoryJson.of(provider)));
    }
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(text.separator()).get();
    int line = 1;
    try (CSVParser parser = CSVParser.parse(new StringReader(text.text()), format)) {
      for (CSVRecord cells : parser) {
        if (cells.stream().anyMatch(cell -> !cell.isBlank()) && !take(cells, line)) {
          return false;
        }
        line = (int) parser.getCurrentLineNumber() + 1;
      }
    } catch (UncheckedIOException | IOException broken) {
      findings.error(
          line,
          "",
          "La lecture s’arrête à cette ligne\u00a0: un guillemet y est mal placé, ou n’est jamais"
              + " refermé.",
          "Reading stops at this line: a quotation mark is misplaced, or never closed.");
      return false;
    }
    return true;
  }

  private boolean take(CSVRecord cells, int line) {
    if (headings == 0) {
      return head(cells, line);
    }
    if (rows.size() == DirectoryCsv.MAX_ROWS) {
      findings.error(
          line,
          "",
          "Ce fichier a plus de " + DirectoryCsv.MAX_ROWS + " lignes\u00a0: coupez-le.",
          "This file has more than " + DirectoryCsv.MAX_ROWS + " lines: split it.");
      return false;
    }
    for (int i = headings; i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        findings.error(
            line,
            "",
            "Cette ligne a plus de cellules que la première\u00a0: mettez entre guillemets celles"
                + " qui contiennent le séparateur.",
            "This line has more cells than the first: put quotation marks around those that"
                + " contain the separator.");
        return true;
      }
    }
    row(cells, line);
    return true;
  }

  private boolean head(CSVRecord cells, int line) {
    headings = cells.size();
    for (int i = 0; i < cells.size(); i++) {
      String heading = cells.get(i).strip();
      Optional<CsvColumn> column = CsvColumn.named(heading);
      if (column.isPresent() && columns.put(column.get(), i) != null) {
        findings.duplicate(line, "", heading);
      } else if (column.isEmpty() && !heading.isEmpty()) {
        findings.unknown(line, "", heading, CsvColumn.headings());
      }
    }
    if (!columns.containsKey(CsvColumn.ID)) {
      findings.missing(line, "", "id");
    }
    return !findings.anyError();
  }

  private void row(CSVRecord cells, int line) {
    String id = cell(cells, CsvColumn.ID);
    if (!EntryId.valid(id)) {
      findings.error(
          line,
          "id",
          EntryId.RULE.fr() + " Reçu\u00a0: " + Findings.fr(id) + ".",
          EntryId.RULE.en() + " Got: " + Findings.en(id) + ".");
      return;
    }
    Integer before = rows.putIfAbsent(id, line);
    if (before != null) {
      findings.error(
          line,
          "id",
          "L’identifiant " + Findings.fr(id) + " est déjà à la ligne " + before + ".",
          "The identifier " + Findings.en(id) + " is already on line " + before + ".");
      return;
    }
    Map<String, Yaml.Entry> fields = new LinkedHashMap<>();
    if (entries.get(id) instanceof Yaml.Mapping existing) {
      existing.entries().forEach((key, entry) -> fields.put(key, entry.at(line)));
    }
    Map<String, Yaml.Entry> control = new LinkedHashMap<>();
    Yaml.Entry known = fields.get("control");
    if (known != null && known.value() instanceof Yaml.Mapping links) {
      control.putAll(links.entries());
    }
    for (CsvColumn column : columns.keySet()) {
      Map<String, Yaml.Entry> into = column.shape() == CsvColumn.Shape.CHAIN ? control : fields;
      into.remove(column.key());
      CsvCell.read(column, cell(cells, column), line)
          .ifPresent(value -> into.put(column.key(), new Yaml.Entry(line, value)));
    }
    if (control.isEmpty()) {
      fields.remove("control");
    } else {
      fields.put("control", new Yaml.Entry(line, new Yaml.Mapping(control, line)));
    }
    entries.put(id, new Yaml.Mapping(fields, line));
  }

  private String cell(CSVRecord cells, CsvColumn column) {
    Integer at = columns.get(column);
    return at == null || at >= cells.size() ? "" : Formulas.armed(cells.get(at)).strip();
  }

  private List<Row> report(Directory merged) {
    Map<String, Provider> after = new HashMap<>();
    merged.providers().forEach(p -> after.put(p.id().value(), p));
    Map<String, Provider> before = new HashMap<>();
    current.providers().forEach(p -> before.put(p.id().value(), p));
    List<Row> report = new ArrayList<>();
    rows.forEach((id, line) -> {
      Provider now = after.get(id);
      if (now != null) {
        report.add(row(line, Optional.ofNullable(before.get(id)), now));
      }
    });
    return report;
  }

  private static Row row(int line, Optional<Provider> before, Provider now) {
    if (before.isEmpty()) {
      return new Row(line, now.id(), DirectoryCsv.Effect.ADDED, List.of());
    }
    Map<String, Object> old = DirectoryJson.of(before.get());
    Map<String, Object> changed = DirectoryJson.of(now);
    List<String> fields = new ArrayList<>();
    TreeMap<String, Object> all = new TreeMap<>(old);
    all.putAll(changed);
    for (String key : all.keySet()) {
      if (!java.util.Objects.equals(old.get(key), changed.get(key))) {
        fields.add(key);
      }
    }
    return new Row(
        line,
        now.id(),
        fields.isEmpty() ? DirectoryCsv.Effect.UNCHANGED : DirectoryCsv.Effect.CHANGED,
        fields);
  }
}
