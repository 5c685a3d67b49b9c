package fr.bastide.detection.pack;

import fr.bastide.kernel.Text;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.EventReader;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Formats;
import fr.bastide.telemetry.JsonRecords;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.Taxonomy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Makes events of samples: what stands under `fields` has the names of the taxonomy already, a raw
/// line goes through the reader of its format and the taxonomy, as it would in service.
final class SampleEvents {

  /// When a case begins that does not say when.
  static final Instant BEGINNING = Instant.parse("2026-11-25T21:30:00Z");

  /// How many events a case may have, repetitions counted, and how many bytes.
  static final int MOST = 20_000;

  static final int MOST_BYTES = 64 << 20;

  private static final Source SOURCE = Source.named("samples");

  private final FieldNames names = new FieldNames();
  private final Origins origins = new Origins();
  private final Taxonomy taxonomy = new Taxonomy(names, origins);
  private final JsonRecords records = new JsonRecords(names);
  private final EventDraft draft = new EventDraft(names, origins);
  private long bytes;

  /// An event, or why there is none.
  sealed interface Made {
    record Usable(Event event) implements Made {}

    record Unusable(Text why) implements Made {}
  }

  /// The names these events use.
  FieldNames names() {
    return names;
  }

  /// The origins these events have.
  Origins origins() {
    return origins;
  }

  /// The events of a case in order, repetitions made.
  List<Made> of(SampleCase sample) {
    List<Made> made = new ArrayList<>();
    bytes = 0;
    Instant clock = BEGINNING.minusSeconds(1);
    for (SampleEvent event : sample.events()) {
      SampleTiming timing = event.timing();
      clock = timing.at().orElse(clock.plus(timing.after()));
      for (int n = 1; n <= timing.repeat(); n++) {
        if (made.size() >= MOST || bytes > MOST_BYTES) {
          made.add(
              unusable(
                  "trop d’événements\u00a0: 20\u00a0000 et 64\u00a0Mo au plus",
                  "too many events: 20,000 and 64 MB at most"));
          return made;
        }
        clock = n == 1 ? clock : clock.plus(timing.every());
        made.addAll(make(event, clock, n));
      }
    }
    return made;
  }

  private List<Made> make(SampleEvent event, Instant time, int n) {
    return switch (event) {
      case SampleEvent.Made given -> List.of(fill(given, time, n));
      case SampleEvent.Raw raw -> read(raw, n);
    };
  }

  private Made fill(SampleEvent.Made given, Instant time, int n) {
    byte[] json = JsonMapper.shared().writeValueAsBytes(numbered(given.fields(), n));
    bytes += json.length;
    if (!records.fill(json, 0, json.length, SOURCE, draft)) {
      Text why = records.problem().orElse(new Text("objet illisible", "unreadable object"));
      return new Made.Unusable(why);
    }
    draft.origin(origins.of(List.of(given.logsource())));
    draft.time(micros(time));
    return new Made.Usable(draft.event().keep());
  }

  /// A line tells its own time.
  private List<Made> read(SampleEvent.Raw raw, int n) {
    Optional<EventReader> reader = Formats.reader(raw.format(), taxonomy);
    if (reader.isEmpty()) {
      return List.of(
          unusable(
              "le format «\u00a0" + raw.format() + "\u00a0» n’existe pas",
              "there is no format '" + raw.format() + "'"));
    }
    List<Made> made = new ArrayList<>();
    byte[] line = (numbered(raw.line(), n) + "\n").getBytes(StandardCharsets.UTF_8);
    bytes += line.length;
    try {
      reader
          .get()
          .read(
              new ByteArrayInputStream(line),
              SOURCE,
              event -> made.add(new Made.Usable(event.keep())),
              trouble -> made.add(new Made.Unusable(trouble.what())));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    if (made.isEmpty()) {
      made.add(unusable("la ligne ne donne aucun événement", "the line gives no event"));
    }
    return made;
  }

  private static Made unusable(String fr, String en) {
    return new Made.Unusable(new Text(fr, en));
  }

  private static long micros(Instant time) {
    return Duration.between(Instant.EPOCH, time).dividedBy(Duration.ofNanos(1_000));
  }

  /// The same value with the number of the repetition in its texts. Recursion is as deep as the
  /// reader of YAML lets a file be.
  private static Object numbered(Object value, int n) {
    return switch (value) {
      case String text -> text.replace("{n}", Integer.toString(n));
      case List<?> list -> list.stream().map(item -> numbered(item, n)).toList();
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, item) -> copy.put(String.valueOf(key), numbered(item, n)));
        yield copy;
      }
      default -> value;
    };
  }
}
