package fr.bastide.detection.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import fr.bastide.detection.Evaluation;
import fr.bastide.detection.Rule;
import fr.bastide.detection.rule.RuleReader;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.EventReader;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Formats;
import fr.bastide.telemetry.Origin;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.Taxonomy;
import fr.bastide.telemetry.evtx.EvtxReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The detector finds what plain evaluation of every live rule finds on real recordings.
///
/// Plain evaluation takes milliseconds an event: every event of the recordings is looked at, on all
/// cores, but of the generated lanes an ordinary run takes some alone; with the system property
/// `bastide.whole` it takes all of them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusDifferenceTest {

  private static final Path CORPUS = Path.of("../../shared/corpora/detect");
  private static final List<String> LIVE =
      List.of("rules", "rules-compliance", "rules-emerging-threats", "rules-threat-hunting");

  /// How many events of a lane are looked at in an ordinary run, evenly spread.
  private static final int SAMPLE = 20;

  private final FieldNames names = new FieldNames();
  private final Taxonomy taxonomy = new Taxonomy(names, new Origins());
  private final Map<Origin, List<Rule>> fed = new ConcurrentHashMap<>();
  private List<Rule> rules = List.of();
  private Detector.Session session = new Detector(names, rules).session();
  private long compared;
  private long matches;

  @BeforeAll
  void read() {
    Path folder = CORPUS.resolve("sigma-rules");
    Assumptions.assumeTrue(
        Files.isDirectory(folder), "skipped: no corpus at " + folder.toAbsolutePath().normalize());
    rules = new RuleReader().read(LIVE.stream().map(folder::resolve).toList()).book().rules();
    session = new Detector(names, rules).session();
  }

  @Test
  void attackRecordings() throws IOException {
    compare("evtx", ".evtx", new EvtxReader(taxonomy), true);
  }

  @Test
  void regressionRecordings() throws IOException {
    compare("sigma-regression", ".evtx", new EvtxReader(taxonomy), true);
  }

  @Test
  void regressionJson() throws IOException {
    compare("sigma-regression", ".json", Formats.reader("json", taxonomy).orElseThrow(), true);
  }

  @Test
  void lanes() throws IOException {
    compare(
        "rsigma-lanes",
        ".ndjson",
        Formats.reader("json", taxonomy).orElseThrow(),
        Boolean.getBoolean("bastide.whole"));
  }

  private void compare(String folder, String ending, EventReader reader, boolean whole)
      throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(CORPUS.resolve(folder))) {
      files = walk.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
    assertThat(files).isNotEmpty();
    compared = 0;
    matches = 0;
    for (Path file : files) {
      compare(file, reader, whole);
    }
    assertThat(matches).isPositive();
    System.out.printf(
        "%s *%s: %d events compared, %d matches%n", folder, ending, compared, matches);
  }

  /// An event of a file, and what the detector found in it.
  private record Looked(Event event, int number, List<Rule> found) {}

  private void compare(Path file, EventReader reader, boolean whole) throws IOException {
    int every = whole ? 1 : Math.max(1, count(file, reader) / SAMPLE);
    int[] at = {0};
    List<Looked> looked = new ArrayList<>();
    try (InputStream input = Files.newInputStream(file)) {
      reader.read(
          input,
          Source.named(file.toString()),
          event -> {
            if (at[0]++ % every == 0) {
              List<Rule> found = new ArrayList<>();
              session.match(event, found::add);
              looked.add(new Looked(event.keep(), at[0], found));
            }
          },
          _ -> {});
    }
    looked.parallelStream().forEach(one -> compare(one, file));
    compared += looked.size();
    matches += looked.stream().mapToLong(one -> one.found().size()).sum();
  }

  private int count(Path file, EventReader reader) throws IOException {
    int[] count = {0};
    try (InputStream input = Files.newInputStream(file)) {
      reader.read(input, Source.named(file.toString()), _ -> count[0]++, _ -> {});
    }
    return count[0];
  }

  private void compare(Looked one, Path file) {
    List<Rule> expected =
        fed.computeIfAbsent(one.event().origin(), this::fedBy).stream()
            .filter(rule -> Evaluation.holds(rule.condition(), one.event()))
            .toList();
    if (!one.found().equals(expected)) {
      fail(
          "%s, event %d: found %s, expected %s",
          file, one.number(), titles(one.found()), titles(expected));
    }
  }

  private List<Rule> fedBy(Origin origin) {
    return rules.stream().filter(rule -> origin.feeds(rule.logsource())).toList();
  }

  private static List<String> titles(List<Rule> rules) {
    return rules.stream().map(rule -> rule.info().title()).toList();
  }
}
