package fr.bastide.web.register;

import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.Text;
import fr.bastide.loop.territory.BodyCsv;
import fr.bastide.loop.territory.NewBody;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A body as somebody typed it into the form. It is read by the very rules of a file with this one
/// line, so that form and file never disagree.
///
/// @param name its name
/// @param form what kind of body it is, such as `HOSPITAL`
/// @param siren its SIREN, spaces forgiven
/// @param insee the code of the commune where it sits
/// @param population the inhabitants it serves
/// @param email where to write to it
/// @param workstations how many workstations it has
/// @param departement where it sits, when no commune is given
public record TypedBody(
    String name,
    String form,
    String siren,
    String insee,
    String population,
    String email,
    String workstations,
    String departement) {

  private static final List<String> FIELDS =
      List.of("name", "form", "siren", "insee", "population", "email", "workstations");

  /// Nothing typed yet.
  public static final TypedBody EMPTY = new TypedBody("", "", "", "", "", "", "", "");

  /// What came of reading it.
  public sealed interface Reading {

    /// It can be added.
    record Understood(NewBody body) implements Reading {}

    /// It cannot.
    ///
    /// @param wrong what is wrong, by field, in the order of the form
    record Misunderstood(Map<String, Text> wrong) implements Reading {}
  }

  /// Reads it; changes nothing.
  public Reading read() {
    BodyCsv.Reading reading = BodyCsv.read(file().getBytes(StandardCharsets.UTF_8));
    return switch (reading) {
      case BodyCsv.Refused refused -> new Reading.Misunderstood(Map.of("name", refused.text()));
      case BodyCsv.Report report -> one(report.rows());
    };
  }

  private static Reading one(List<BodyCsv.Row> rows) {
    if (rows.size() != 1) {
      return new Reading.Misunderstood(Map.of("name", unreadable()));
    }
    return switch (rows.getFirst()) {
      case BodyCsv.Valid valid -> new Reading.Understood(valid.body());
      case BodyCsv.Invalid invalid -> {
        Map<String, Text> wrong = new LinkedHashMap<>();
        invalid.problems().forEach(p -> wrong.putIfAbsent(field(p.column()), p.text()));
        yield new Reading.Misunderstood(wrong);
      }
    };
  }

  private static String field(String column) {
    return FIELDS.contains(column) ? column : "name";
  }

  private String file() {
    return FIELDS.stream().collect(Collectors.joining(";"))
        + "\n"
        + Stream.of(name, formName(), siren, insee, population, email, workstations)
            .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
            .collect(Collectors.joining(";"))
        + "\n";
  }

  private String formName() {
    return Stream.of(BodyForm.values())
        .filter(known -> known.name().equals(form))
        .map(known -> known.label().fr())
        .findFirst()
        .orElse("");
  }

  private static Text unreadable() {
    return new Text(
        "Ce qui est saisi ne se lit pas comme un organisme. Reprenez champ par champ.",
        "What was typed cannot be read as a body. Go through it field by field.");
  }
}
