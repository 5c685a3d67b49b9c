package fr.bastide.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Our scanner against Jackson on random JSON and on random damage to it: the same values for the
/// same bytes, and the same opinion of what is JSON.
class JsonRecordsProperties {

  private final JsonMapper jackson = JsonMapper.builder().build();
  private final FieldNames names = new FieldNames();
  private final JsonRecords records = new JsonRecords(names);
  private final EventDraft draft = new EventDraft(names, new Origins());
  private final RandomGenerator random = Seed.random();
  private final RandomJson json = new RandomJson(random);

  @Test
  void givesTheValuesThatJacksonGives() {
    for (int run = 0; run < 20_000; run++) {
      String text = json.object();
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      assertThat(fill(bytes, bytes.length)).as("seed %s: %s", Seed.value(), text).isTrue();
      List<String> wanted = new ArrayList<>();
      flatten("", jackson.readTree(bytes), wanted);
      assertThat(seen()).as("seed %s: %s", Seed.value(), text).isEqualTo(wanted);
    }
  }

  @Test
  void refusesWhatJacksonRefuses() {
    for (int run = 0; run < 20_000; run++) {
      byte[] bytes = json.object().getBytes(StandardCharsets.UTF_8);
      int length = bytes.length;
      if (random.nextInt(4) == 0) {
        length = random.nextInt(bytes.length);
      } else {
        bytes[random.nextInt(bytes.length)] =
            (byte) RandomJson.DAMAGE.charAt(random.nextInt(RandomJson.DAMAGE.length()));
      }
      String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
      if (!text.contains("\uFFFD")) { // damaged UTF-8 is ours to keep and Jackson's to refuse
        assertThat(fill(bytes, length))
            .as("seed %s: %s", Seed.value(), text)
            .isEqualTo(isObject(text));
      }
    }
  }

  private boolean fill(byte[] bytes, int length) {
    // Other bytes around: nothing outside the slice may count.
    byte[] around = new byte[length + 20];
    java.util.Arrays.fill(around, (byte) '"');
    System.arraycopy(bytes, 0, around, 10, length);
    return records.fill(around, 10, 10 + length, Source.named("random"), draft);
  }

  private boolean isObject(String text) {
    try {
      return jackson.readTree(text).isObject();
    } catch (JacksonException e) {
      return false; // what Jackson refuses, whatever its reason
    }
  }

  private List<String> seen() {
    Event event = draft.event();
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < event.size(); i++) {
      String text =
          event.kind(i) == ValueKind.STRUCTURE
              ? jackson.readTree(event.text(i)).toString()
              : event.text(i);
      seen.add(event.name(i) + " " + event.kind(i) + " " + text);
    }
    return seen;
  }

  private static void flatten(String path, JsonNode node, List<String> into) {
    for (var member : node.properties()) {
      add(path.isEmpty() ? member.getKey() : path + "." + member.getKey(), member.getValue(), into);
    }
  }

  private static void add(String path, JsonNode node, List<String> into) {
    if (node.isContainer()) {
      into.add(path + " " + ValueKind.STRUCTURE + " " + node);
      node.forEach(element -> {
        if (node.isArray()) {
          add(path, element, into);
        }
      });
      flatten(path, node, into);
    } else if (node.isString()) {
      into.add(path + " " + ValueKind.TEXT + " " + node.stringValue());
    } else {
      ValueKind kind =
          node.isNull() ? ValueKind.NULL : node.isBoolean() ? ValueKind.TRUTH : ValueKind.NUMBER;
      into.add(path + " " + kind + " " + node);
    }
  }
}
