package fr.bastide.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Prints one table of `docs/benchmarks.md` anew: `./bastide bench
/// scoring|planning|dossier|processes|detect|disarm|mail|server`.
public final class Bench {

  private static final int MAIL_RUNS = 5;

  private Bench() {}

  /// Runs one table and exits 2 when it is not named.
  public static void main(String[] arguments) throws Exception {
    List<String> words = Arrays.asList(arguments);
    boolean lacking =
        words.isEmpty()
            || (words.getFirst().equals("detect") && words.size() < 3)
            || (words.getFirst().equals("disarm") && words.size() < 2);
    switch (lacking ? "" : words.getFirst()) {
      case "scoring" -> ScoringBenchmark.table();
      case "planning" -> PlanningTable.print();
      case "dossier" -> DossierTable.print();
      case "processes" -> ProcessTable.print();
      case "detect" -> DetectionTable.print(words.subList(1, words.size()).toArray(String[]::new));
      case "disarm" -> DisarmTable.print(words.subList(1, words.size()));
      case "mail" -> MailTable.print(words.size() > 1 ? Integer.parseInt(words.get(1)) : MAIL_RUNS);
      case "server" -> ServerTable.print(words.size() > 1 ? Path.of(words.get(1)) : Path.of(""));
      default -> {
        System.err.println(
            "bench: scoring | planning | dossier | processes | detect RULES LANES|EVTX | disarm CORPUS"
                + " [POLICY] | mail [RUNS] | server [DATA-DIRECTORY]");
        System.exit(2);
      }
    }
  }
}
