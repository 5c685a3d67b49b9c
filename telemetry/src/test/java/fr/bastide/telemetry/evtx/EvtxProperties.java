package fr.bastide.telemetry.evtx;

import static fr.bastide.telemetry.evtx.Sample.element;
import static fr.bastide.telemetry.evtx.Sample.instance;
import static fr.bastide.telemetry.evtx.Sample.slot;
import static fr.bastide.telemetry.evtx.Sample.text;
import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.telemetry.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What is written is what is read, for random records.
class EvtxProperties {

  private static final String ALPHABET = "abcXYZ019 -\\\"{}é€ß漢𐍈\t/";

  @Test
  void randomRecordsComeBackAsTheyWere() {
    for (long seed = 0; seed < 150; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      EvtxWriter writer = new EvtxWriter();
      List<List<String>> expected = new ArrayList<>();
      int records = 1 + random.nextInt(200);
      List<Sample.Template> templates = templates(random);
      for (int i = 1; i <= records; i++) {
        Sample.Template template = templates.get(random.nextInt(templates.size()));
        List<String> fields = new ArrayList<>();
        Sample.Value[] values = values(random, slots(template), fields);
        expected.add(named(template, fields));
        writer.record(Samples.TIME, Samples.record(i, instance(template, values)));
        if (random.nextInt(50) == 0) {
          writer.endChunk();
        }
      }
      byte[] file = writer.file();
      Reading reading = Reading.of(file);
      assertThat(reading.troubles()).as("seed %d", seed).isEmpty();
      assertThat(reading.events().stream().map(EvtxProperties::data))
          .as("seed %d", seed)
          .containsExactlyElementsOf(expected);
      assertThat(Reading.json(file).stream().map(EvtxProperties::data))
          .as("seed %d", seed)
          .containsExactlyElementsOf(expected.stream().map(EvtxProperties::trimmed).toList());
    }
  }

  private static List<Sample.Template> templates(SplittableRandom random) {
    List<Sample.Template> templates = new ArrayList<>();
    for (int t = 0; t <= random.nextInt(12); t++) {
      Sample.Element data = element("EventData");
      for (int i = 0; i <= random.nextInt(20); i++) {
        data = data.and(element("Data", slot(i)).with("Name", text("T" + t + " " + i)));
      }
      templates.add(Sample.template(data));
    }
    return templates;
  }

  private static int slots(Sample.Template template) {
    return ((Sample.Element) template.root()).content().size();
  }

  /// As many values, and what each is as text.
  private static Sample.Value[] values(SplittableRandom random, int count, List<String> texts) {
    Sample.Value[] values = new Sample.Value[count];
    for (int i = 0; i < count; i++) {
      long number = random.nextLong() >>> random.nextInt(64);
      switch (random.nextInt(6)) {
        case 0 -> {
          values[i] = Sample.none();
          texts.add("");
        }
        case 1 -> {
          values[i] = Sample.number(0x0a, 8, number);
          texts.add(Long.toUnsignedString(number));
        }
        case 2 -> {
          values[i] = Sample.number(0x07, 4, number);
          texts.add(Integer.toString((int) number));
        }
        case 3 -> {
          values[i] = Sample.number(0x15, 8, number);
          texts.add("0x" + Long.toHexString(number));
        }
        default -> {
          String string = string(random);
          values[i] = Sample.string(string);
          texts.add(string);
        }
      }
    }
    return values;
  }

  private static String string(SplittableRandom random) {
    int[] points = ALPHABET.codePoints().toArray();
    boolean ascii = random.nextBoolean();
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      text.appendCodePoint(
          ascii ? 'a' + random.nextInt(26) : points[random.nextInt(points.length)]);
    }
    return text.toString();
  }

  private static List<String> named(Sample.Template template, List<String> texts) {
    List<String> named = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Sample.Element data = (Sample.Element) ((Sample.Element) template.root()).content().get(i);
      Sample.Text name = (Sample.Text) data.attributes().getFirst().value().getFirst();
      named.add(name.text() + "=" + texts.get(i));
    }
    return named;
  }

  private static List<String> data(Event event) {
    List<String> data = new ArrayList<>();
    for (int i = 0; i < event.size(); i++) {
      if (event.name(i).startsWith("T") && event.name(i).contains(" ")) {
        data.add(event.name(i) + "=" + event.text(i));
      }
    }
    return data;
  }

  private static List<String> data(JsonNode record) {
    List<String> data = new ArrayList<>();
    record
        .at("/Event/EventData")
        .forEachEntry((name, value) -> data.add(name + "=" + value.asString()));
    return data;
  }

  private static List<String> trimmed(List<String> fields) {
    return fields.stream().map(f -> f.endsWith("=") ? f : f.stripTrailing()).toList();
  }
}
