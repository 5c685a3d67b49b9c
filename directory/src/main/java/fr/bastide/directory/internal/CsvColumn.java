package fr.bastide.directory.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A column of the table of providers: a field of `directory.schema.json`, by its name there.
///
/// In one cell, `|` stands between several values and `>` between the parts of one; a backslash
/// takes their meaning from both and from itself.
enum CsvColumn {
  ID("id", Shape.ONE),
  NAME("name", Shape.ONE),
  LEGAL_NAME("legal-name", Shape.ONE),
  SIREN("siren", Shape.ONE),
  WEBSITE("website", Shape.ONE),
  GROUP("group", Shape.ONE),
  FICTIONAL("fictional", Shape.ONE),
  SITES("sites", Shape.RECORDS, "commune", "insee", "lat", "lon"),
  AREAS("areas", Shape.SEVERAL),
  HOURS("hours", Shape.ONE),
  UNAVAILABLE("unavailable-until", Shape.ONE),
  SKILLS("skills", Shape.SEVERAL),
  SECTORS("sectors", Shape.SEVERAL),
  LABELS("labels", Shape.RECORDS, "label", "from", "until", "scope", "proof"),
  PRICES("prices", Shape.RECORDS, "skill", "unit", "from", "to"),
  SOLUTIONS("solutions", Shape.SEVERAL),
  INSURANCE("insurance", Shape.RECORD, "insurer", "cover", "until"),
  VALIDATION("validation", Shape.RECORD, "by", "on"),
  VENDOR("control.vendor", Shape.CHAIN),
  PARENT("control.parent", Shape.CHAIN),
  OWNER("control.owner", Shape.CHAIN),
  HOSTING("control.hosting", Shape.CHAIN),
  LAW("control.law", Shape.CHAIN);

  /// How a cell is read.
  enum Shape {
    /// One value.
    ONE,
    /// Several values.
    SEVERAL,
    /// One value of several parts.
    RECORD,
    /// Several values of several parts.
    RECORDS,
    /// One or several countries, under `control`.
    CHAIN
  }

  private final String heading;
  private final Shape shape;
  private final List<String> parts;

  CsvColumn(String heading, Shape shape, String... parts) {
    this.heading = heading;
    this.shape = shape;
    this.parts = List.of(parts);
  }

  String heading() {
    return heading;
  }

  Shape shape() {
    return shape;
  }

  List<String> parts() {
    return parts;
  }

  /// The key of the field, under `control` for a link of the chain.
  String key() {
    return shape == Shape.CHAIN ? heading.substring("control.".length()) : heading;
  }

  static Optional<CsvColumn> named(String heading) {
    return Arrays.stream(values()).filter(c -> c.heading.equals(heading)).findFirst();
  }

  static List<String> headings() {
    return Arrays.stream(values()).map(CsvColumn::heading).toList();
  }
}
