package fr.bastide.telemetry.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.Taxonomy;
import fr.bastide.telemetry.Trouble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Real recordings, against the JSON beside them and against an independent count.
class EvtxConformanceTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  /// The JSON beside one recording comes from another tool and was edited: its time goes to the
  /// nanosecond where all the others stop at the microsecond, and the parent's command line ends in
  /// `.exe` where the recording has `.EXE`.
  private static final String EDITED = "ad691d92-15f2-4181-9aa4-723c74f9ddc3.evtx";

  @Test
  void jsonIsTheOneBesideTheRecording() throws IOException {
    int records = 0;
    for (Path file : EvtxCorpus.regression()) {
      Path beside = Path.of(file.toString().replace(".evtx", ".json"));
      List<JsonNode> expected = new ArrayList<>();
      try (MappingIterator<JsonNode> nodes = JSON.readerFor(JsonNode.class).readValues(beside)) {
        nodes.forEachRemaining(expected::add);
      }
      if (file.endsWith(EDITED)) {
        expected.forEach(EvtxConformanceTest::unedit);
      }
      assertThat(json(file)).as(file.toString()).containsExactlyElementsOf(expected);
      records += expected.size();
    }
    assertThat(records).isGreaterThanOrEqualTo(149);
  }

  @Test
  void everyRecordOfTheAttackRecordingsIsRead() throws IOException {
    Taxonomy taxonomy = new Taxonomy(new FieldNames(), new Origins());
    EvtxReader reader = new EvtxReader(taxonomy);
    int files = 0;
    for (Path file : EvtxCorpus.attacks()) {
      byte[] bytes = Files.readAllBytes(file);
      List<Trouble> troubles = new ArrayList<>();
      int[] events = new int[1];
      reader.read(
          new ByteArrayInputStream(bytes),
          Source.named(file.toString()),
          event -> {
            assertThat(event.text("EventID")).isPresent();
            assertThat(event.text("Provider_Name")).isPresent();
            assertThat(event.text("Computer")).isPresent();
            assertThat(event.time()).isNotEqualTo(Event.NO_TIME);
            events[0]++;
          },
          troubles::add);
      assertThat(troubles).as(file.toString()).isEmpty();
      assertThat(events[0]).as(file.toString()).isEqualTo(recordHeaders(bytes));
      assertThat(json(file)).as(file.toString()).hasSize(events[0]);
      files++;
    }
    assertThat(files).isGreaterThanOrEqualTo(277);
  }

  @Test
  void eventsSayWhatTheJsonSays() throws IOException {
    List<Path> files = new ArrayList<>(EvtxCorpus.regression());
    files.addAll(EvtxCorpus.attacks());
    int values = 0;
    for (Path file : files) {
      List<Event> events = Reading.of(Files.readAllBytes(file)).events();
      List<JsonNode> records = json(file);
      assertThat(records).as(file.toString()).hasSize(events.size());
      for (int i = 0; i < events.size(); i++) {
        List<String> said = FlatJson.fields(records.get(i));
        assertThat(FlatJson.fields(events.get(i))).as("%s, record %d", file, i).containsAll(said);
        values += said.size();
      }
    }
    assertThat(values).isGreaterThan(100_000);
  }

  private static List<JsonNode> json(Path file) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    List<Trouble> troubles = new ArrayList<>();
    EvtxJson.read(
        Files.newInputStream(file), json -> nodes.add(JSON.readTree(json)), troubles::add);
    assertThat(troubles).as(file.toString()).isEmpty();
    return nodes;
  }

  private static void unedit(JsonNode record) {
    JsonNode attributes = record.at("/Event/System/TimeCreated/#attributes");
    String time = attributes.get("SystemTime").asString();
    ((ObjectNode) attributes).put("SystemTime", time.substring(0, 26) + "Z");
    ((ObjectNode) record.at("/Event/EventData"))
        .put("ParentCommandLine", "C:\\Windows\\Explorer.EXE");
  }

  /// The record headers in the used part of every chunk with a signature, counted without the
  /// reader.
  private static int recordHeaders(byte[] file) {
    ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int count = 0;
    for (int chunk = 4_096; chunk + 512 <= file.length; chunk += 65_536) {
      if (buffer.getLong(chunk) != 0x006b6e6843666c45L) {
        continue;
      }
      int at = chunk + 512;
      int end = chunk + buffer.getInt(chunk + 48);
      while (at + 28 <= end && buffer.getInt(at) == 0x2a2a) {
        count++;
        at += buffer.getInt(at + 4);
      }
    }
    return count;
  }
}
