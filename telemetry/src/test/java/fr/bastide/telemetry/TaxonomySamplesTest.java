package fr.bastide.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Every entry of the mapping data is woken by a sample of its own, which ends with the fields, the
/// logsources and the time that the sample says.
class TaxonomySamplesTest {

  private final FieldNames names = new FieldNames();
  private final Taxonomy taxonomy = new Taxonomy(names, new Origins());
  private final EventDraft draft = new EventDraft(names, taxonomy.origins());
  private final JsonRecords records = new JsonRecords(names);

  @Test
  void everySampleEndsAsItSays() {
    List<String> faults = new ArrayList<>();
    for (String file : TaxonomyData.files()) {
      int count = 0;
      for (Map<?, ?> sample : TaxonomyData.samples(file)) {
        count++;
        check(file + " sample " + count + " (" + sample.get("entry") + ")", sample, faults);
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void everyEntryHasASample() {
    Set<String> entries = new LinkedHashSet<>();
    Set<String> sampled = new LinkedHashSet<>();
    for (String file : TaxonomyData.files()) {
      TaxonomyData.entries(file).forEach(entry -> entries.add(String.valueOf(entry.get("id"))));
      TaxonomyData.samples(file)
          .forEach(sample -> sampled.add(String.valueOf(sample.get("entry"))));
    }
    assertThat(sampled).containsAll(entries);
    assertThat(entries).containsAll(sampled);
  }

  private void check(String where, Map<?, ?> sample, List<String> faults) {
    fill(sample);
    Event event = draft.event();
    String entry = String.valueOf(sample.get("entry"));
    if (!taxonomy.applied(draft).contains(entry)) {
      faults.add(where + ": applied " + taxonomy.applied(draft));
    }
    if (sample.get("gives") instanceof Map<?, ?> gives) {
      gives.forEach((field, value) -> {
        String found = event.text(String.valueOf(field)).orElse("(absent)");
        if (!found.equals(String.valueOf(value))) {
          faults.add(where + ": " + field + " is " + found + ", not " + value);
        }
      });
    }
    if (sample.get("logsource") instanceof List<?> wanted) {
      Set<String> found = new LinkedHashSet<>();
      event.origin().logsources().forEach(logsource -> found.add(logsource.toString()));
      if (!found.containsAll(wanted) || found.size() < wanted.size()) {
        faults.add(where + ": logsources are " + found + ", not " + wanted);
      }
      if (!entry.startsWith("sysmon-") && found.size() != wanted.size()) {
        faults.add(where + ": logsources are " + found + ", more than " + wanted);
      }
    }
    if (sample.get("time") instanceof String time && event.time() != micros(time)) {
      faults.add(where + ": time is " + event.time() + ", not " + micros(time));
    }
  }

  private void fill(Map<?, ?> sample) {
    byte[] json =
        JsonMapper.shared()
            .writeValueAsString(sample.get("event"))
            .getBytes(StandardCharsets.UTF_8);
    assertThat(records.fill(json, 0, json.length, Source.named("sample"), draft)).isTrue();
    taxonomy.apply(draft, sample.get("shape") instanceof String shape ? shape : "json");
  }

  private static long micros(String time) {
    Instant instant = Instant.parse(time);
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
  }
}
