package fr.bastide.cli;

import fr.bastide.assessment.Referential;
import fr.bastide.incident.Qualification;
import fr.bastide.incident.dossier.CaseFile;
import fr.bastide.incident.dossier.Causes;
import fr.bastide.incident.dossier.Recovery;
import fr.bastide.incident.dossier.Unit;
import fr.bastide.incident.dossier.Units;
import fr.bastide.incident.file.CaseSheets;
import fr.bastide.incident.file.UnitTables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a case knows beside its facts.
final class CaseOptions {

  private static final int NEAREST = 5;

  @Option(names = "--case", paramLabel = "CASE")
  private @Nullable Path sheet;

  @Option(names = "--gendarmerie", paramLabel = "CSV")
  private @Nullable Path gendarmerie;

  @Option(names = "--police", paramLabel = "CSV")
  private @Nullable Path police;

  @Option(names = "--at", paramLabel = "INSTANT")
  private String at = "";

  Instant asked() {
    return FactsSource.asked(at);
  }

  /// The case, when its files can be used; what is to be said about them goes to the error stream.
  Optional<CaseFile> file(Console console, Qualification qualification) throws IOException {
    CaseFile file = CaseFile.of(qualification);
    if (sheet != null) {
      byte[] bytes = FactsSource.bytes(sheet, CaseSheets.MAX_BYTES);
      CaseSheets.Outcome outcome = CaseSheets.read(bytes, qualification);
      FindingsPrinter.print(console, sheet.toString(), outcome.findings());
      switch (outcome) {
        case CaseSheets.Outcome.Refused _ -> {
          return Optional.empty();
        }
        case CaseSheets.Outcome.Usable usable -> file = usable.file();
      }
    }
    List<Unit> units = new ArrayList<>();
    boolean usable =
        units(console, gendarmerie, Unit.Force.GENDARMERIE, units)
            && units(console, police, Unit.Force.POLICE, units);
    Units register = () -> units;
    return usable
        ? Optional.of(
            file.withUnits(register.near(file.victim(), NEAREST))
                .withRecovery(named(file.recovery())))
        : Optional.empty();
  }

  /// Gives the measures that the causes of incidents call for their names of the referential.
  private static Recovery named(Recovery known) {
    Referential referential = Referential.builtin();
    Map<String, Recovery.Measure> measures = new LinkedHashMap<>();
    for (String id : Causes.builtin().measures()) {
      Optional.ofNullable(referential.measures().get(id))
          .ifPresent(one ->
              measures.put(
                  id,
                  new Recovery.Measure(
                      one.name(),
                      one.firstStep(),
                      Optional.empty(),
                      Recovery.State.TO_DO,
                      Optional.empty(),
                      Optional.empty())));
    }
    return new Recovery(measures, known.answers(), known.before(), known.now());
  }

  private static boolean units(
      Console console, @Nullable Path table, Unit.Force force, List<Unit> units)
      throws IOException {
    if (table == null) {
      return true;
    }
    UnitTables.Table read = UnitTables.read(FactsSource.bytes(table, UnitTables.MAX_BYTES), force);
    FindingsPrinter.print(console, table.toString(), read.findings());
    units.addAll(read.units());
    return !read.units().isEmpty();
  }
}
