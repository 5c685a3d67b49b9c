package fr.bastide.airlock.internal.pdf;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.Door;
import fr.bastide.airlock.Finding;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policies;
import fr.bastide.airlock.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Runs the PDF disarmer over a folder and prints what became of each file and how long it took:
/// `PdfSurvey FOLDER POLICY [OUT]`, where the rebuilt files are written to when it is given.
public final class PdfSurvey {

  private PdfSurvey() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Policy policy = Policies.named(args[1]);
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(p -> p.toString().endsWith(".pdf")).sorted().toList();
    }
    Door door = new Door(List.of(new PdfDisarmer()));
    Map<String, Integer> counts = new TreeMap<>();
    List<Double> times = new ArrayList<>();
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      Content content = Content.of(String.valueOf(file.getFileName()), bytes);
      long start = System.nanoTime();
      Outcome outcome = door.pass(content, policy);
      double millis = (System.nanoTime() - start) / 1e6;
      times.add(millis);
      System.out.printf("%s: %.0f ms, %s%n", file, millis, told(outcome, bytes.length, counts));
      if (outcome instanceof Outcome.Rebuilt rebuilt && args.length > 2) {
        Path out = Files.createDirectories(Path.of(args[2])).resolve(content.name());
        Files.write(out, rebuilt.content().bytes());
      }
    }
    print(counts, times);
  }

  private static String told(Outcome outcome, int size, Map<String, Integer> counts) {
    return switch (outcome) {
      case Outcome.Refused(var reason, String where) -> {
        counts.merge("refused " + reason, 1, Integer::sum);
        yield reason + " at '" + where + "'";
      }
      case Outcome.Rebuilt(Content rebuilt, var type, List<Finding> findings) -> {
        counts.merge("rebuilt", 1, Integer::sum);
        findings.stream()
            .map(Finding::threat)
            .distinct()
            .forEach(threat -> counts.merge("found " + threat, 1, Integer::sum));
        yield size + " -> " + rebuilt.size() + " bytes " + findings;
      }
    };
  }

  private static void print(Map<String, Integer> counts, List<Double> times) {
    counts.forEach((what, count) -> System.out.printf("%5d %s%n", count, what));
    List<Double> sorted = times.stream().sorted().toList();
    System.out.printf(
        "%d files, %.1f ms on average, 95th percentile %.1f ms%n",
        sorted.size(),
        sorted.stream().mapToDouble(t -> t).average().orElse(0),
        sorted.isEmpty() ? 0 : sorted.get(sorted.size() * 95 / 100));
  }
}
