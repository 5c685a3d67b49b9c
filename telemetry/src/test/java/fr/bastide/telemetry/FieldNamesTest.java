package fr.bastide.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FieldNamesTest {

  @Test
  void namesOfSourcesAreBoundedAndThoseOfRulesStillGetNumbers() {
    FieldNames names = full();
    assertThat(names.id("late")).isEqualTo(FieldNames.UNNAMED);
    assertThat(names.overflowed()).isPositive();
    int asked = names.asked("late");
    assertThat(asked).isNotEqualTo(FieldNames.UNNAMED);
    assertThat(names.id("late")).isEqualTo(asked);
    assertThat(names.name(asked)).isEqualTo("late");
    for (int i = 1; i < FieldNames.KEPT; i++) {
      assertThat(names.asked("rule " + i)).isNotEqualTo(FieldNames.UNNAMED);
    }
    assertThat(names.asked("one more")).isEqualTo(FieldNames.UNNAMED);
    assertThat(names.asked("")).isEqualTo(FieldNames.UNNAMED);
  }

  /// A reader that has met the name before it was told apart finds it afterwards.
  @Test
  void readersFindANameThatARuleAskedForLate() {
    FieldNames names = full();
    Taxonomy taxonomy = new Taxonomy(names, new Origins());
    EventDraft draft = new EventDraft(names, taxonomy.origins());
    JsonRecords records = new JsonRecords(names);
    byte[] json = "{\"late\":\"x\",\"later\":\"y\"}".getBytes(StandardCharsets.UTF_8);
    assertThat(records.fill(json, 0, json.length, Source.named(""), draft)).isTrue();
    assertThat(draft.event().text("late")).isEmpty();
    names.asked("late");
    assertThat(records.fill(json, 0, json.length, Source.named(""), draft)).isTrue();
    assertThat(draft.event().text("late")).contains("x");
    assertThat(draft.event().text("later")).isEmpty();
  }

  private static FieldNames full() {
    FieldNames names = new FieldNames();
    for (int i = 0; names.id("n" + i) != FieldNames.UNNAMED; i++) {
      assertThat(i).isLessThan(FieldNames.MOST);
    }
    return names;
  }
}
