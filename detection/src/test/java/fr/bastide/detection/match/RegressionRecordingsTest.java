package fr.bastide.detection.match;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.detection.Rule;
import fr.bastide.detection.rule.RuleReader;
import fr.bastide.telemetry.EventReader;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Formats;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.Taxonomy;
import fr.bastide.telemetry.evtx.EvtxReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Each recording of the public rules' regression set fires the rule it was made for, read as EVTX
/// and as the JSON beside it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegressionRecordingsTest {

  private static final Path CORPUS = Path.of("../../shared/corpora/detect");
  private static final Path CASES = CORPUS.resolve("sigma-regression");

  private final Taxonomy taxonomy = new Taxonomy(new FieldNames(), new Origins());
  private Detector.Session session = new Detector(taxonomy.names(), List.of()).session();
  private final List<Path> cases = new ArrayList<>();

  @BeforeAll
  void read() throws IOException {
    Assumptions.assumeTrue(
        Files.isDirectory(CASES), "skipped: no corpus at " + CASES.toAbsolutePath().normalize());
    List<Rule> rules =
        new RuleReader()
            .read(
                Stream.of("rules", "rules-emerging-threats", "rules-threat-hunting")
                    .map(CORPUS.resolve("sigma-rules")::resolve)
                    .toList())
            .book()
            .rules();
    session = new Detector(taxonomy.names(), rules).session();
    try (Stream<Path> walk = Files.walk(CASES)) {
      walk.filter(file -> file.endsWith("info.yml"))
          .map(Path::getParent)
          .sorted()
          .forEach(cases::add);
    }
    assertThat(cases).hasSizeGreaterThan(100);
  }

  @Test
  void everyRecordingFiresItsRule() throws IOException {
    everyCaseFires(".evtx", new EvtxReader(taxonomy));
  }

  @Test
  void everyRecordingAsJsonFiresItsRule() throws IOException {
    everyCaseFires(".json", Formats.reader("json", taxonomy).orElseThrow());
  }

  private void everyCaseFires(String ending, EventReader reader) throws IOException {
    List<String> silent = new ArrayList<>();
    int asked = 0;
    for (Path folder : cases) {
      Set<String> fired = fired(folder, ending, reader);
      for (String rule : rulesOf(folder)) {
        asked++;
        if (!fired.contains(rule)) {
          silent.add(CASES.relativize(folder) + " " + rule);
        }
      }
    }
    assertThat(silent).isEmpty();
    System.out.printf("%d rules of %d recordings (*%s) fired%n", asked, cases.size(), ending);
  }

  private Set<String> fired(Path folder, String ending, EventReader reader) throws IOException {
    Set<String> fired = new HashSet<>();
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.filter(file -> file.toString().endsWith(ending)).toList();
    }
    assertThat(files).as(folder.toString()).isNotEmpty();
    for (Path file : files) {
      try (InputStream input = Files.newInputStream(file)) {
        reader.read(
            input,
            Source.named(file.toString()),
            event -> session.match(event, rule -> fired.add(rule.info().id())),
            _ -> {});
      }
    }
    return fired;
  }

  /// The ids under `rule_metadata`.
  private static List<String> rulesOf(Path folder) throws IOException {
    List<String> ids = new ArrayList<>();
    boolean rules = false;
    for (String line : Files.readAllLines(folder.resolve("info.yml"))) {
      if (!line.isEmpty() && !line.startsWith(" ") && !line.startsWith("-")) {
        rules = line.startsWith("rule_metadata:");
      }
      String entry = line.strip();
      if (rules && entry.startsWith("- id:")) {
        ids.add(entry.substring("- id:".length()).strip());
      }
    }
    assertThat(ids).as(folder.toString()).isNotEmpty();
    return ids;
  }
}
