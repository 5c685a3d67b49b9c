package fr.bastide.airlock.internal;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.Disarmer;
import fr.bastide.airlock.Door;
import fr.bastide.airlock.Finding;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policies;
import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.archive.ArchiveDisarmer;
import fr.bastide.airlock.internal.image.ImageDisarmer;
import fr.bastide.airlock.internal.image.SvgDisarmer;
import fr.bastide.airlock.internal.legacy.LegacyDisarmer;
import fr.bastide.airlock.internal.text.TextDisarmer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Prints what becomes of the files of a folder: `FOLDER [OUTPUT] [POLICY]`.
public final class KindsSurvey {

  private final Door door = new Door(disarmers());
  private final Policy policy;
  private final Optional<Path> output;
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final Map<Threat, Integer> threats = new EnumMap<>(Threat.class);
  private final List<Long> times = new ArrayList<>();

  private KindsSurvey(Policy policy, Optional<Path> output) {
    this.policy = policy;
    this.output = output;
  }

  /// All disarmers of these packages.
  public static List<Disarmer> disarmers() {
    return List.of(
        new ImageDisarmer(),
        new SvgDisarmer(),
        new ArchiveDisarmer(),
        new LegacyDisarmer(),
        new TextDisarmer());
  }

  public static void main(String[] args) throws IOException {
    Optional<Path> output = args.length > 1 ? Optional.of(Path.of(args[1])) : Optional.empty();
    KindsSurvey survey =
        new KindsSurvey(Policies.named(args.length > 2 ? args[2] : "standard"), output);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(Path.of(args[0]))) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      survey.pass(file);
    }
    survey.print();
  }

  private void pass(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    long start = System.nanoTime();
    Outcome outcome;
    try {
      outcome = door.pass(Content.of(file.getFileName().toString(), bytes), policy);
    } catch (RuntimeException | OutOfMemoryError unexpected) {
      System.out.println("EXCEPTION " + file + " " + unexpected);
      unexpected.printStackTrace(System.out);
      outcomes.merge("EXCEPTION", 1, Integer::sum);
      return;
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    times.add(millis);
    switch (outcome) {
      case Outcome.Rebuilt(Content content, var type, List<Finding> findings) -> {
        findings.forEach(f -> threats.merge(f.threat(), 1, Integer::sum));
        outcomes.merge("rebuilt " + type, 1, Integer::sum);
        System.out.println(
            "ok "
                + millis
                + " ms "
                + file.getFileName()
                + " "
                + bytes.length
                + " -> "
                + content.size()
                + " "
                + content.name()
                + " "
                + findings);
        if (output.isPresent()) {
          Files.createDirectories(output.get());
          Files.write(output.get().resolve(content.name()), content.bytes());
        }
      }
      case Outcome.Refused(var reason, var where) -> {
        outcomes.merge("refused " + reason, 1, Integer::sum);
        System.out.println(
            "refused " + millis + " ms " + file.getFileName() + " " + reason + " " + where);
      }
    }
  }

  private void print() {
    System.out.println(outcomes);
    System.out.println(threats);
    long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.println(
        times.size()
            + " files, "
            + Arrays.stream(sorted).sum()
            + " ms in all, 95th percentile "
            + sorted[(int) (sorted.length * 0.95)]
            + " ms");
  }
}
