package fr.bastide.cli;

import fr.bastide.detection.RuleInfo;
import fr.bastide.detection.coverage.AttackMatrix;
import fr.bastide.detection.coverage.Coverage;
import fr.bastide.detection.coverage.Technique;
import fr.bastide.kernel.Language;
import java.util.List;
import java.util.function.Predicate;

/// Prints a coverage: a line a tactic, then the tags that ATT&CK does not have.
final class CoveragePrinter {

  private static final int MOST_PLACES = 3;

  private final Console console;
  private final AttackMatrix matrix;

  CoveragePrinter(Console console, AttackMatrix matrix) {
    this.console = console;
    this.matrix = matrix;
  }

  void print(Coverage coverage) {
    boolean french = console.language() == Language.FR;
    line(
        (french ? "Tactique" : "Tactic") + " (ATT&CK " + matrix.version() + ")",
        "techniques",
        french ? "sous-techniques" : "sub-techniques",
        french ? "règles" : "rules");
    for (String tactic : matrix.tactics()) {
      line(
          tactic,
          share(coverage, tactic, technique -> !technique.sub()),
          share(coverage, tactic, Technique.Known::sub),
          String.valueOf(
              coverage.cells().stream()
                  .filter(cell -> cell.tactic().equals(tactic))
                  .flatMap(cell -> cell.rules().stream())
                  .map(RuleInfo::id)
                  .distinct()
                  .count()));
    }
    console.out().println();
    console.say(
        "%d règles et corrélations, dont %d sans technique en vigueur."
            .formatted(coverage.rules(), coverage.untagged()),
        "%d rules and correlations, %d of them without a technique in force."
            .formatted(coverage.rules(), coverage.untagged()));
    coverage.strays().forEach(this::stray);
  }

  /// How many of the techniques of a tactic have a rule, of how many.
  private String share(Coverage coverage, String tactic, Predicate<Technique.Known> kind) {
    List<String> all =
        matrix.techniques().stream()
            .filter(technique -> technique.tactics().contains(tactic))
            .filter(kind)
            .map(Technique.Known::id)
            .toList();
    long covered =
        coverage.cells().stream()
            .filter(cell -> cell.tactic().equals(tactic) && all.contains(cell.technique()))
            .count();
    return covered + " / " + all.size();
  }

  private void line(String tactic, String techniques, String subTechniques, String rules) {
    console.out().printf("%-24s %11s %16s %7s%n", tactic, techniques, subTechniques, rules);
  }

  private void stray(Coverage.Stray stray) {
    String places =
        String.join(
            ", ",
            stray.rules().stream().limit(MOST_PLACES).map(r -> r.place().toString()).toList());
    String more = stray.rules().size() > MOST_PLACES ? ", …" : "";
    int count = stray.rules().size();
    switch (stray.technique()) {
      case Technique.Revoked(String _, Technique.Known by) ->
          console.say(
              "%s : remplacée par %s, comptée là (%d : %s%s)"
                  .formatted(stray.tag(), by.id(), count, places, more),
              "%s: replaced by %s, counted there (%d: %s%s)"
                  .formatted(stray.tag(), by.id(), count, places, more));
      case Technique.Deprecated _ ->
          console.say(
              "%s : retirée d’ATT&CK, non comptée (%d : %s%s)"
                  .formatted(stray.tag(), count, places, more),
              "%s: withdrawn from ATT&CK, not counted (%d: %s%s)"
                  .formatted(stray.tag(), count, places, more));
      case Technique.Unknown _, Technique.Known _ ->
          console.say(
              "%s : inconnue d’ATT&CK %s (%d : %s%s)"
                  .formatted(stray.tag(), matrix.version(), count, places, more),
              "%s: unknown to ATT&CK %s (%d: %s%s)"
                  .formatted(stray.tag(), matrix.version(), count, places, more));
    }
  }
}
