package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.Disarmer;
import fr.bastide.airlock.Door;
import fr.bastide.airlock.Finding;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policies;
import fr.bastide.airlock.Policy;
import fr.bastide.airlock.internal.image.ImageDisarmer;
import fr.bastide.airlock.internal.image.SvgDisarmer;
import fr.bastide.airlock.internal.odf.OdfDisarmer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Runs the disarmers of office documents over a folder and prints what became of each file:
/// `POLICY OUT FOLDER...`; `OUT` may be `-`.
public final class OfficeSurvey {

  private static final Set<String> ENDINGS =
      Set.of(
          "docx", "docm", "dotx", "dotm", "xlsx", "xlsm", "xltx", "xltm", "xlsb", "pptx", "pptm",
          "potx", "potm", "ppsx", "ppsm", "odt", "ods", "odp");

  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<Double> times = new ArrayList<>();
  private final Door door;
  private final Policy policy;
  private final String out;

  private OfficeSurvey(String policy, String out) {
    List<Disarmer> disarmers =
        List.of(
            new OoxmlDisarmer(),
            new XlsbDisarmer(),
            new OdfDisarmer(),
            new ImageDisarmer(),
            new SvgDisarmer());
    this.door = new Door(disarmers);
    this.policy = Policies.named(policy);
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    OfficeSurvey survey = new OfficeSurvey(args[0], args[1]);
    for (int i = 2; i < args.length; i++) {
      try (Stream<Path> files = Files.walk(Path.of(args[i]))) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
          if (ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))) {
            survey.pass(file);
          }
        }
      }
    }
    survey.print();
  }

  private void pass(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Content content = Content.of(file.getFileName().toString(), bytes);
    long start = System.nanoTime();
    String line;
    try {
      Outcome outcome = door.pass(content, policy);
      double ms = (System.nanoTime() - start) / 1e6;
      times.add(ms);
      line =
          switch (outcome) {
            case Outcome.Rebuilt rebuilt -> {
              if (!out.equals("-")) {
                Files.write(Path.of(out, rebuilt.content().name()), rebuilt.content().bytes());
              }
              StringBuilder findings = new StringBuilder();
              for (Finding finding : rebuilt.findings()) {
                findings.append(' ').append(finding.threat()).append('@').append(finding.where());
                findings.append('*').append(finding.count());
                counts.merge("finding " + finding.threat(), 1, Integer::sum);
              }
              counts.merge("rebuilt", 1, Integer::sum);
              yield "REBUILT" + findings;
            }
            case Outcome.Refused refused -> {
              counts.merge("refused " + refused.reason(), 1, Integer::sum);
              yield "REFUSED " + refused.reason() + " " + refused.where();
            }
          };
      line += " %.0fms".formatted(ms);
    } catch (RuntimeException escaped) {
      counts.merge("exception", 1, Integer::sum);
      line = "EXCEPTION " + escaped;
    }
    System.out.println(file.getFileName() + " " + line);
  }

  /// What the process has cost so far, in seconds.
  private static double cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }

  private void print() {
    counts.forEach((what, count) -> System.out.println("# " + what + ": " + count));
    Collections.sort(times);
    System.out.printf(
        "# %d files, %.1f a CPU second, median %.1f ms, 95th %.1f ms, most %.0f ms%n",
        times.size(),
        times.size() / cpu(),
        times.get(times.size() / 2),
        times.get(times.size() * 95 / 100),
        times.getLast());
  }
}
