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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The detector finds what plain evaluation of every live rule finds on real recordings.
///
/// Plain evaluation takes milliseconds an event, so an ordinary run looks at some events of each
/// recording; with the system property `bastide.whole` at all of them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusDifferenceTest {

  private static final Path CORPUS = Path.of("../../shared/corpora/detect");
  private static final List<String> LIVE =
      List.of("rules", "rules-compliance", "rules-emerging-threats", "rules-threat-hunting");

  /// How many events of a file are looked at in an ordinary run, evenly spread.
  private static final int SAMPLE = 6;

  private final FieldNames names = new FieldNames();
  private final Taxonomy taxonomy = new Taxonomy(names, new Origins());
  private final Map<Origin, List<Rule>> fed = new HashMap<>();
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
    compare("evtx", ".evtx", new EvtxReader(taxonomy));
  }

  @Test
  void regressionRecordings() throws IOException {
    compare("sigma-regression", ".evtx", new EvtxReader(taxonomy));
  }

  @Test
  void regressionJson() throws IOException {
    compare("sigma-regression", ".json", Formats.reader("json", taxonomy).orElseThrow());
  }

  @Test
  void lanes() throws IOException {
    compare("rsigma-lanes", ".ndjson", Formats.reader("json", taxonomy).orElseThrow());
  }

  private void compare(String folder, String ending, EventReader reader) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(CORPUS.resolve(folder))) {
      files = walk.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
    assertThat(files).isNotEmpty();
    compared = 0;
    matches = 0;
    for (Path file : files) {
      compare(file, reader);
    }
    assertThat(matches).isPositive();
    System.out.printf(
        "%s *%s: %d events compared, %d matches%n", folder, ending, compared, matches);
  }

  private void compare(Path file, EventReader reader) throws IOException {
    int every = Boolean.getBoolean("bastide.whole") ? 1 : Math.max(1, count(file, reader) / SAMPLE);
    int[] at = {0};
    try (InputStream input = Files.newInputStream(file)) {
      reader.read(
          input,
          Source.named(file.toString()),
          event -> {
            if (at[0]++ % every == 0) {
              compare(event, file, at[0]);
            }
          },
          _ -> {});
    }
  }

  private int count(Path file, EventReader reader) throws IOException {
    int[] count = {0};
    try (InputStream input = Files.newInputStream(file)) {
      reader.read(input, Source.named(file.toString()), _ -> count[0]++, _ -> {});
    }
    return count[0];
  }

  private void compare(Event event, Path file, int number) {
    List<Rule> found = new ArrayList<>();
    session.match(event, found::add);
    List<Rule> expected =
        fed.computeIfAbsent(event.origin(), this::fedBy).stream()
            .filter(rule -> Evaluation.holds(rule.condition(), event))
            .toList();
    if (!found.equals(expected)) {
      fail("%s, event %d: found %s, expected %s", file, number, titles(found), titles(expected));
    }
    compared++;
    matches += found.size();
  }

  private List<Rule> fedBy(Origin origin) {
    return rules.stream().filter(rule -> origin.feeds(rule.logsource())).toList();
  }

  private static List<String> titles(List<Rule> rules) {
    return rules.stream().map(rule -> rule.info().title()).toList();
  }
}
