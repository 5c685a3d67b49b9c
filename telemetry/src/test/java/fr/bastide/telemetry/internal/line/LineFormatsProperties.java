package fr.bastide.telemetry.internal.line;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.telemetry.Seed;
import fr.bastide.telemetry.internal.line.Reading.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// What a generator meant is what the decoder gives, for every format.
class LineFormatsProperties {

  private static final int LINES = 3_000;

  private final RandomGenerator random = Seed.random();
  private final RandomLines lines = new RandomLines(random);

  @Test
  void modernSyslog() {
    roundTrip("syslog", lines::modernSyslog);
  }

  @Test
  void oldSyslog() {
    roundTrip("syslog", lines::oldSyslog);
  }

  @Test
  void cef() {
    roundTrip("cef", lines::cef);
  }

  @Test
  void leef() {
    roundTrip("leef", lines::leef);
  }

  @Test
  void fortinet() {
    roundTrip("keyvalue", lines::fortinet);
  }

  @Test
  void stormshield() {
    roundTrip("keyvalue", lines::stormshield);
  }

  @Test
  void access() {
    roundTrip("access", lines::access);
  }

  @Test
  void audit() {
    int[] serial = {0};
    roundTrip("auditd", () -> lines.audit(serial[0]++));
  }

  /// Records of several events, mixed in any order that keeps each event's own order.
  @Test
  void interleavedAudit() {
    for (int round = 0; round < 200; round++) {
      List<Sample> samples = new ArrayList<>();
      List<List<String>> queues = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Sample sample = lines.audit(round * 8 + i);
        samples.add(sample);
        queues.add(new ArrayList<>(sample.line().lines().toList()));
      }
      StringBuilder text = new StringBuilder();
      while (!queues.isEmpty()) {
        int pick = random.nextInt(queues.size());
        text.append(queues.get(pick).removeFirst()).append('\n');
        queues.removeIf(List::isEmpty);
      }
      Reading reading = Reading.of("auditd", sameSecond(text.toString(), samples));
      assertThat(reading.events()).as("seed %d", Seed.value()).hasSize(8);
      for (Sample sample : samples) {
        Seen event =
            reading.events().stream()
                .filter(seen -> seen.first("serial").equals(sample.fields().get("serial")))
                .findFirst()
                .orElseThrow();
        check(sample, event, false);
      }
    }
  }

  /// Gives all events one time: events of different times close each other by age.
  private static String sameSecond(String text, List<Sample> samples) {
    String same = text;
    for (Sample sample : samples) {
      int from = sample.line().indexOf("audit(") + 6;
      String stamp = sample.line().substring(from, sample.line().indexOf(':', from));
      same = same.replace("(" + stamp + ":", "(1795482780.000:");
    }
    return same;
  }

  private void roundTrip(String format, Supplier<Sample> samples) {
    List<Sample> made = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LINES; i++) {
      Sample sample = samples.get();
      made.add(sample);
      text.append(sample.line()).append(i % 3 == 0 ? "\r\n" : "\n");
    }
    Reading reading = Reading.of(format, text.toString());
    assertThat(reading.troubles()).as("seed %d", Seed.value()).isEmpty();
    assertThat(reading.events()).as("seed %d", Seed.value()).hasSize(LINES);
    for (int i = 0; i < LINES; i++) {
      check(made.get(i), reading.events().get(i), true);
    }
  }

  private static void check(Sample sample, Seen event, boolean timed) {
    sample
        .fields()
        .forEach((field, value) ->
            assertThat(event.all(field))
                .as("seed %d: %s of %s", Seed.value(), field, sample.line())
                .contains(value));
    if (timed) {
      assertThat(event.time())
          .as("seed %d: time of %s", Seed.value(), sample.line())
          .isEqualTo(sample.micros());
    }
  }
}
