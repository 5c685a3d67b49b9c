package fr.bastide.loop.territory;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A column that the import of bodies knows, by the names people give it in French and English.
enum CsvColumn {
  NAME("nom", "name", "denomination", "raison sociale", "libelle", "organisme", "body"),
  FORM("forme", "form", "type", "nature", "kind", "forme juridique", "categorie"),
  SIREN("siren", "numero siren", "n siren", "siren number"),
  INSEE("insee", "code insee", "insee code", "code commune", "commune insee", "municipality code"),
  POPULATION("population", "habitants", "inhabitants", "population desservie"),
  EMAIL("courriel", "email", "e mail", "mail", "mel", "adresse electronique", "email address"),
  WORKSTATIONS(
      "postes",
      "workstations",
      "postes de travail",
      "nombre de postes",
      "ordinateurs",
      "computers");

  private final String heading;
  private final Set<String> names;

  CsvColumn(String... names) {
    this.heading = names[0];
    this.names = Set.copyOf(List.of(names));
  }

  /// The French name with which it is written.
  String heading() {
    return heading;
  }

  /// The column that someone means with a name, whatever its case, accents and signs.
  static Optional<CsvColumn> named(String written) {
    String key = SearchKey.of(written).value();
    for (CsvColumn column : values()) {
      if (column.names.contains(key)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }
}
