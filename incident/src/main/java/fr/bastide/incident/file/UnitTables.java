package fr.bastide.incident.file;

import fr.bastide.document.Finding;
import fr.bastide.incident.dossier.Unit;
import fr.bastide.incident.internal.dossier.UnitReader;
import java.util.List;

/// Reads the tables of police and gendarmerie units that the Ministry of the Interior publishes as
/// open data: CSV, with the columns `service`, `telephone`, `voie`, `code_postal`,
/// `code_commune_insee`, `geocodage_x_GPS` (longitude), `geocodage_y_GPS` (latitude) and
/// `horaires_accueil`, in any order, among others.
public final class UnitTables {

  /// The largest file read, in bytes.
  public static final int MAX_BYTES = 20_000_000;

  private UnitTables() {}

  /// What reading gives.
  ///
  /// @param units the units that can be used; none when there is an error
  /// @param findings what is to be said about the file: a line that cannot be used is a warning
  public record Table(List<Unit> units, List<Finding> findings) {
    public Table {
      units = List.copyOf(units);
      findings = List.copyOf(findings);
    }
  }

  /// Reads a table, UTF-8 or Windows-1252, separated by commas or semicolons.
  ///
  /// @param force whose units these are: the tables do not say
  public static Table read(byte[] csv, Unit.Force force) {
    return new UnitReader(force).read(csv);
  }
}
