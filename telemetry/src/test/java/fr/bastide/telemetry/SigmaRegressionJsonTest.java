package fr.bastide.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Real Windows events as JSON: all are read, each gets its logsource, its time, and the names that
/// rules use for everything in its EventData.
class SigmaRegressionJsonTest {

  private static final Path CASES = Path.of("../../shared/corpora/detect/sigma-regression");

  private final Taxonomy taxonomy = new Taxonomy(new FieldNames(), new Origins());
  private final EventReader reader = Formats.reader("auto", taxonomy).orElseThrow();
  private final JsonMapper jackson = JsonMapper.shared();

  @Test
  void everyEventHasItsSigmaFields() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(CASES), "skipped: no recordings at " + CASES);
    int count = 0;
    try (Stream<Path> files = Files.walk(CASES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        count += check(file);
      }
    }
    assertThat(count).isGreaterThan(100);
  }

  private int check(Path file) throws IOException {
    List<Event> events = new ArrayList<>();
    List<Trouble> troubles = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      reader.read(
          in, Source.named(file.toString()), event -> events.add(event.keep()), troubles::add);
    }
    assertThat(troubles).as("%s", file).isEmpty();
    assertThat(events).as("%s", file).isNotEmpty();
    for (Event event : events) {
      JsonNode wanted = jackson.readTree(event.record()).path("Event");
      assertThat(event.origin().logsources()).as("%s", file).doesNotContain(Logsource.ANY);
      assertThat(event.time()).as("%s", file).isNotEqualTo(Event.NO_TIME);
      assertThat(event.text("EventID")).contains(wanted.path("System").path("EventID").asString());
      for (var member : wanted.path("EventData").properties()) {
        if (member.getValue().isValueNode() && !member.getValue().isNull()) {
          assertThat(event.text(member.getKey()))
              .as("%s in %s", member.getKey(), file)
              .contains(member.getValue().asString());
        }
      }
    }
    return events.size();
  }
}
