package fr.bastide.telemetry.internal.line;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.Taxonomy;
import fr.bastide.telemetry.Trouble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a reader made of some bytes, kept for looking at.
///
/// @param events the events in order
/// @param troubles what was told
public record Reading(List<Seen> events, List<Trouble> troubles) {

  /// The present of these tests: noon of 25 November 2026 in Paris.
  public static final Instant NOW = Instant.parse("2026-11-25T11:00:00Z");

  /// One event.
  ///
  /// @param fields the values of each field in order
  /// @param time microseconds since 1970
  /// @param logsources what rules find it by
  /// @param record the bytes it came in
  public record Seen(
      Map<String, List<String>> fields, long time, List<String> logsources, String record) {

    /// The first value of a field; `(absent)` when it has none.
    public String first(String field) {
      return fields.getOrDefault(field, List.of("(absent)")).getFirst();
    }

    /// All values of a field.
    public List<String> all(String field) {
      return fields.getOrDefault(field, List.of());
    }

    /// When it happened, as text; empty when it does not say.
    public String when() {
      return time == Event.NO_TIME
          ? ""
          : Instant.ofEpochSecond(
                  Math.floorDiv(time, 1_000_000L), Math.floorMod(time, 1_000_000L) * 1_000)
              .toString();
    }
  }

  /// Reads a text in a format, in Paris and at the present of these tests.
  public static Reading of(String format, String text) {
    return of(format, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Reads bytes in a format.
  public static Reading of(String format, byte[] bytes) {
    return of(format, new ByteArrayInputStream(bytes), NOW);
  }

  /// Reads a stream in a format at some present.
  public static Reading of(String format, InputStream input, Instant now) {
    Taxonomy taxonomy = new Taxonomy(new FieldNames(), new Origins());
    LineClock clock = new LineClock(ZoneId.of("Europe/Paris"), InstantSource.fixed(now));
    List<Seen> events = new ArrayList<>();
    List<Trouble> troubles = new ArrayList<>();
    try {
      LineFormats.reader(format, taxonomy, clock)
          .orElseThrow()
          .read(input, Source.named("test"), event -> events.add(seen(event)), troubles::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Reading(events, troubles);
  }

  private static Seen seen(Event event) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (int i = 0; i < event.size(); i++) {
      fields.computeIfAbsent(event.name(i), name -> new ArrayList<>()).add(event.text(i));
    }
    List<String> logsources =
        event.origin().logsources().stream().map(Object::toString).sorted().toList();
    return new Seen(
        fields, event.time(), logsources, new String(event.record(), StandardCharsets.UTF_8));
  }

  /// The only event.
  public Seen only() {
    if (events.size() != 1) {
      throw new AssertionError("one event was expected: " + events + " " + troubles);
    }
    return events.getFirst();
  }
}
