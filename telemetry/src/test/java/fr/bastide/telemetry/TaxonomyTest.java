package fr.bastide.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TaxonomyTest {

  private final FieldNames names = new FieldNames();
  private final Taxonomy taxonomy = new Taxonomy(names, new Origins());
  private final EventDraft draft = new EventDraft(names, taxonomy.origins());
  private final JsonRecords records = new JsonRecords(names);

  @Test
  void leavesWhatItDoesNotKnow() {
    Event event = map("{\"a\":1,\"category\":\"whatever\",\"service\":\"dns\"}");
    assertThat(event.origin()).isSameAs(taxonomy.origins().unknown());
    assertThat(event.time()).isEqualTo(Event.NO_TIME);
    assertThat(taxonomy.applied(draft)).isEmpty();
  }

  @Test
  void believesEventsThatNameTheirLogsource() {
    assertThat(map("{\"product\":\"cisco\",\"service\":\"aaa\"}").origin().logsources())
        .containsExactly(new Logsource("cisco", "", "aaa"));
    assertThat(map("{\"category\":\"proxy\"}").origin().logsources())
        .containsExactly(new Logsource("", "proxy", ""));
    assertThat(map("{\"product\":\"%s\"}".formatted("x".repeat(1_000))).origin().logsources())
        .containsExactly(Logsource.ANY);
    assertThat(map("{\"product\":{\"name\":\"x\"},\"category\":7}").origin().logsources())
        .containsExactly(Logsource.ANY);
  }

  @Test
  void keepsATimeThatIsSet() {
    byte[] json = "{\"time\":\"2026-07-28T11:44:53Z\"}".getBytes(StandardCharsets.UTF_8);
    records.fill(json, 0, json.length, Source.named(""), draft);
    draft.time(42);
    taxonomy.apply(draft, "json");
    assertThat(draft.event().time()).isEqualTo(42);
  }

  @Test
  void takesTimesFarAway() {
    assertThat(map("{\"time\":\"1601-01-01T00:00:00Z\"}").time())
        .isEqualTo(-11_644_473_600_000_000L);
    assertThat(map("{\"time\":\"9999-12-31T23:59:59Z\"}").time())
        .isEqualTo(253_402_300_799_000_000L);
    assertThat(map("{\"time\":\"99999-01-01T00:00:00Z\"}").time()).isEqualTo(Event.NO_TIME);
    assertThat(map("{\"time\":null}").time()).isEqualTo(Event.NO_TIME);
  }

  @Test
  void losesNothing() {
    Event event =
        map(
            "{\"Channel\":\"Security\",\"EventID\":\"4688\",\"ProcessId\":\"0x10\",\"NewProcessId\":\"0x20\"}");
    int first = event.find(names.id("ProcessId"), 0);
    int second = event.find(names.id("ProcessId"), first + 1);
    assertThat(event.text(first)).isEqualTo("32");
    assertThat(event.text(second)).isEqualTo("0x10");
    assertThat(event.text("ParentProcessId")).contains("16");
    assertThat(event.text("NewProcessId")).contains("0x20");
    assertThat(event.keep().text("ProcessId")).contains("32");
  }

  @Test
  void boundsWhatSourcesChoose() {
    for (int i = 0; i < 20_000; i++) {
      map("{\"product\":\"p" + i + "\"}");
    }
    assertThat(map("{\"product\":\"one more\"}").origin()).isSameAs(taxonomy.origins().unknown());
    assertThat(map("{\"product\":\"p7\"}").origin().logsources())
        .containsExactly(new Logsource("p7", "", ""));
  }

  private Event map(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    assertThat(records.fill(bytes, 0, bytes.length, Source.named(""), draft)).isTrue();
    taxonomy.apply(draft, "json");
    return draft.event();
  }
}
