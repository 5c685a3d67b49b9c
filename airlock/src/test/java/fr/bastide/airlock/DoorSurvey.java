package fr.bastide.airlock;

import fr.bastide.airlock.internal.audit.Auditor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Sends the files of folders through the door and the second audit, and prints each that is
/// refused and the share of these: `POLICY OUT FOLDER...`; `OUT` may be `-`.
public final class DoorSurvey {

  private final Door door = new Door(Disarmers.all());
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<Double> times = new ArrayList<>();
  private final Policy policy;
  private final String out;
  private int refused;

  private DoorSurvey(String policy, String out) {
    this.policy = Policies.named(policy);
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    DoorSurvey survey = new DoorSurvey(args[0], args[1]);
    for (int i = 2; i < args.length; i++) {
      try (Stream<Path> files = Files.walk(Path.of(args[i]))) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          survey.pass(file, Path.of(args[i]));
        }
      }
    }
    survey.print();
  }

  private void pass(Path file, Path folder) throws IOException {
    String name = String.valueOf(file.getFileName());
    Content content = Content.of(name, Files.readAllBytes(file));
    long start = System.nanoTime();
    Outcome outcome = door.pass(content, policy);
    times.add((System.nanoTime() - start) / 1e6);
    switch (outcome) {
      case Outcome.Rebuilt rebuilt -> {
        counts.merge("rebuilt " + rebuilt.type(), 1, Integer::sum);
        rebuilt.findings().forEach(f -> counts.merge("found " + f.threat(), 1, Integer::sum));
        List<Finding> remains = Auditor.remains(rebuilt.content().bytes(), rebuilt.type(), policy);
        if (!remains.isEmpty()) {
          refused++;
          counts.merge("refused " + Reason.AUDIT_FAILED, 1, Integer::sum);
          System.out.println(file + " " + Reason.AUDIT_FAILED + " " + remains);
        }
        if (!out.equals("-")) {
          Path to = Path.of(out).resolve(folder.relativize(file)).resolveSibling(name);
          Files.createDirectories(to.getParent() == null ? Path.of(out) : to.getParent());
          Files.write(
              to.resolveSibling(name + "." + rebuilt.type().extension()),
              rebuilt.content().bytes());
        }
      }
      case Outcome.Refused(var reason, var where) -> {
        refused++;
        counts.merge("refused " + reason, 1, Integer::sum);
        System.out.printf("%s %s %s %.0f ms%n", file, reason, where, times.getLast());
      }
    }
  }

  private void print() {
    counts.forEach((what, count) -> System.out.printf("%6d %s%n", count, what));
    List<Double> sorted = times.stream().sorted().toList();
    double cpu =
        ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    System.out.printf(
        "%d files, %d refused (%.1f %%), %.1f a CPU second, 95th percentile %.0f ms, most %.0f ms%n",
        sorted.size(),
        refused,
        100.0 * refused / sorted.size(),
        sorted.size() / cpu,
        sorted.get(sorted.size() * 95 / 100),
        sorted.getLast());
  }
}
