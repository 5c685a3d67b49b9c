package fr.bastide.incident.internal.dossier;

import fr.bastide.document.Decimal;
import fr.bastide.document.Findings;
import fr.bastide.incident.dossier.Place;
import fr.bastide.incident.dossier.Unit;
import fr.bastide.incident.file.UnitTables;
import fr.bastide.kernel.InseeCode;
import fr.bastide.kernel.InvalidIdentifier;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Reads tables of police and gendarmerie units.
public final class UnitReader {

  private static final int MOST_ROWS = 20_000;
  private static final int DIGITS = 12;
  private static final int LONGEST = 500;

  private final Unit.Force force;
  private final Findings findings = new Findings("");
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<Unit> units = new ArrayList<>();

  public UnitReader(Unit.Force force) {
    this.force = force;
  }

  /// See [UnitTables#read].
  public UnitTables.Table read(byte[] csv) {
    if (csv.length > UnitTables.MAX_BYTES) {
      findings.error(
          0,
          "",
          "Ce fichier est trop grand\u00a0: " + UnitTables.MAX_BYTES + " octets au plus.",
          "This file is too large: " + UnitTables.MAX_BYTES + " bytes at most.");
    } else {
      rows(decoded(csv));
    }
    return new UnitTables.Table(findings.anyError() ? List.of() : units, findings.sorted());
  }

  private static String decoded(byte[] csv) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(csv)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      return new String(csv, Charset.forName("windows-1252"));
    }
  }

  private void rows(String text) {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(separator(text)).setIgnoreEmptyLines(true).get();
    int line = 1;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord cells : parser) {
        if (columns.isEmpty()) {
          if (!headings(cells)) {
            return;
          }
        } else if (units.size() < MOST_ROWS) {
          unit(cells, line).ifPresent(units::add);
        } else {
          findings.error(
              line,
              "",
              "Ce tableau a trop de lignes\u00a0: " + MOST_ROWS + " au plus.",
              "This table has too many rows: " + MOST_ROWS + " at most.");
          return;
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
    }
    if (columns.isEmpty()) {
      findings.missing(1, "", "service");
    }
  }

  /// The more frequent of `;` and `,` in the line of column names.
  private static char separator(String csv) {
    int balance = 0;
    for (int i = 0; i < csv.length() && csv.charAt(i) != '\n'; i++) {
      balance += csv.charAt(i) == ';' ? 1 : csv.charAt(i) == ',' ? -1 : 0;
    }
    return balance >= 0 ? ';' : ',';
  }

  private boolean headings(CSVRecord names) {
    for (int i = 0; i < names.size(); i++) {
      columns.putIfAbsent(names.get(i).strip().toLowerCase(Locale.ROOT), i);
    }
    for (String needed : List.of("service", "code_commune_insee")) {
      if (!columns.containsKey(needed)) {
        findings.missing(1, "", needed);
      }
    }
    return !findings.anyError();
  }

  private Optional<Unit> unit(CSVRecord row, int line) {
    String name = cell(row, "service");
    if (row.stream().allMatch(String::isBlank)) {
      return Optional.empty();
    }
    if (name.isEmpty()) {
      findings.warning(line, "service", "Cette unité n’a pas de nom.", "This unit has no name.");
      return Optional.empty();
    }
    try {
      InseeCode commune = new InseeCode(cell(row, "code_commune_insee"));
      String town = (cell(row, "code_postal") + " " + cell(row, "commune")).strip();
      String street = cell(row, "voie");
      String address = street.isEmpty() || town.isEmpty() ? street + town : street + ", " + town;
      return Optional.of(
          new Unit(
              force,
              name,
              address,
              cell(row, "telephone"),
              cell(row, "horaires_accueil"),
              commune,
              place(row)));
    } catch (InvalidIdentifier wrong) {
      findings.warning(line, "code_commune_insee", wrong.text().fr(), wrong.text().en());
      return Optional.empty();
    }
  }

  private Optional<Place> place(CSVRecord row) {
    Optional<Double> latitude = degrees(cell(row, "geocodage_y_gps"));
    Optional<Double> longitude = degrees(cell(row, "geocodage_x_gps"));
    boolean there =
        latitude.filter(y -> Math.abs(y) <= 90).isPresent()
            && longitude.filter(x -> Math.abs(x) <= 180).isPresent();
    return there ? Optional.of(new Place(latitude.get(), longitude.get())) : Optional.empty();
  }

  /// Degrees, to a millimetre at most: the tables have more digits than that.
  private static Optional<Double> degrees(String text) {
    return Decimal.parse(text.substring(0, Math.min(DIGITS, text.length())).replace(',', '.'));
  }

  /// A cell on one line, cut when it is too long.
  private String cell(CSVRecord row, String column) {
    Integer at = columns.get(column);
    String text = at == null || at >= row.size() ? "" : row.get(at).strip();
    StringBuilder line = new StringBuilder();
    text.chars()
        .limit(LONGEST)
        .forEach(c -> line.append(Character.isISOControl(c) ? ' ' : (char) c));
    return line.toString();
  }
}
