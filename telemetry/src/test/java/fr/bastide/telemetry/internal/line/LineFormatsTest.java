package fr.bastide.telemetry.internal.line;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.EventReader;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.Taxonomy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineFormatsTest {

  private final Taxonomy taxonomy = new Taxonomy(new FieldNames(), new Origins());

  @Test
  void everyNameHasAReaderAndNoOtherHas() {
    assertThat(LineFormats.NAMES).allMatch(name -> LineFormats.reader(name, taxonomy).isPresent());
    assertThat(LineFormats.reader("evtx", taxonomy)).isEmpty();
  }

  @Test
  void readingTwiceStartsAfresh() throws IOException {
    EventReader reader = LineFormats.reader("access", taxonomy).orElseThrow();
    List<String> seen = new ArrayList<>();
    byte[] extended = Scan.bytes("#Fields: c-ip sc-status\n203.0.113.9 200\n");
    byte[] common =
        Scan.bytes("203.0.113.9 - - [24/Nov/2026:02:13:00 +0100] \"GET / HTTP/1.0\" 404 1\n");
    for (byte[] bytes : List.of(extended, common)) {
      reader.read(
          new ByteArrayInputStream(bytes),
          Source.named("test"),
          event -> seen.add(event.text("sc-status").orElse("none")),
          trouble -> seen.add(trouble.place()));
    }
    assertThat(seen).containsExactly("200", "404");
  }

  @Test
  void keptEventsOutliveTheirLine() throws IOException {
    List<Event> kept = new ArrayList<>();
    LineFormats.reader("keyvalue", taxonomy)
        .orElseThrow()
        .read(
            new ByteArrayInputStream(Scan.bytes("a=1 b=\"x\\\"y\"\na=2 b=\"z\"\n")),
            Source.named("test"),
            event -> kept.add(event.keep()),
            trouble -> {});
    assertThat(kept).extracting(event -> event.text("a").orElse("")).containsExactly("1", "2");
    assertThat(kept).extracting(event -> event.text("b").orElse("")).containsExactly("x\"y", "z");
  }
}
