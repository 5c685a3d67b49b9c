package fr.bastide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Formats;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.Taxonomy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeOrderTest {

  private final Taxonomy taxonomy = new Taxonomy(new FieldNames(), new Origins());
  private final List<Long> passed = new ArrayList<>();

  @Test
  void whatIsHeldLeavesInTheOrderOfTime() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    TimeOrder order = new TimeOrder(1_000, (event, _) -> passed.add(event.time()));
    for (int i = 0; i < 500; i++) {
      order.accept(event(random.nextInt(1_000_000)), List.of());
    }
    assertThat(passed).isEmpty();
    order.finish();
    assertThat(passed).as("seed %d", seed).hasSize(500).isSorted();
  }

  @Test
  void beyondTheBoundTheEarliestGoesOn() throws IOException {
    TimeOrder order = new TimeOrder(2, (event, _) -> passed.add(event.time()));
    for (int second : new int[] {30, 10, 20}) {
      order.accept(event(second), List.of());
    }
    assertThat(passed).containsExactly(10_000_000L);
  }

  @Test
  void aLiveStreamIsNotHeldBack() throws IOException {
    TimeOrder order = new TimeOrder(0, (event, _) -> passed.add(event.time()));
    order.accept(event(5), List.of());
    assertThat(passed).hasSize(1);
  }

  private Event event(int second) throws IOException {
    String line =
        "{\"product\":\"windows\",\"category\":\"process_creation\",\"UtcTime\":\"%s\"}\n"
            .formatted(
                Instant.ofEpochSecond(second).toString().replace('T', ' ').replace("Z", ".000"));
    List<Event> read = new ArrayList<>();
    Formats.reader("json", taxonomy)
        .orElseThrow()
        .read(
            new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)),
            new Source("", "test"),
            read::add,
            trouble -> {
              throw new IllegalStateException(trouble.what().en());
            });
    return read.getFirst();
  }
}
