package fr.bastide.telemetry.internal.taxonomy;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.ValueKind;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Applies the tables to one draft, again and again. Not safe for threads.
public final class Mapping {

  private static final int LONGEST_WORD = 64;

  private final Tables tables;
  private final OriginCache origins;
  private final Folded folded = new Folded();
  private final Places places;
  private final Changes changes;
  private final byte[] words = new byte[3 * (LONGEST_WORD + 1)];
  private int wordsEnd;
  private int[] matched = new int[16];
  private int count;
  private final int[] seen;
  private int round;

  /// A mapping by these tables.
  public Mapping(Tables tables, Origins origins) {
    this.tables = tables;
    this.origins = new OriginCache(tables.entries, origins, tables.alone);
    this.places = new Places(tables.fields());
    this.changes = new Changes(tables, origins, places, folded);
    this.seen = new int[tables.entries.size()];
  }

  /// Whether it works by these tables.
  public boolean isBy(Tables other) {
    return tables == other;
  }

  /// Completes a draft.
  public void apply(EventDraft draft, String shape) {
    int bit = Shapes.bit(shape);
    Event event = draft.event();
    count = 0;
    round++;
    places.begin();
    for (int stage = 1; stage <= Tables.STAGES; stage++) {
      @Nullable Probe[] probes = tables.stage(stage);
      if (probes.length > 0) {
        int before = count;
        collect(event, probes, bit);
        if (count > before) {
          Arrays.sort(matched, before, count);
          for (int k = before; k < count; k++) {
            changes.make(draft, tables.entries.get(matched[k]));
          }
        }
      }
    }
    say(event);
    if (count > 0 || wordsEnd > 0) {
      draft.origin(origins.of(matched, count, words, wordsEnd));
    }
  }

  /// The entries that gave the last event its meaning.
  public List<String> applied() {
    return Arrays.stream(matched, 0, count).mapToObj(k -> tables.entries.get(k).id()).toList();
  }

  private void collect(Event event, @Nullable Probe[] probes, int bit) {
    int size = event.size();
    for (int i = 0; i < size; i++) {
      int field = event.field(i);
      Probe probe = field < probes.length ? probes[field] : null;
      if (probe != null) {
        wake(event, probe.always(), bit);
        if (probe.looksAtValues() && event.end(i) - event.start(i) <= probe.longest()) {
          wake(event, probe.at(folded.take(event, i)), bit);
        }
      }
    }
  }

  private void wake(Event event, Block[] blocks, int bit) {
    for (Block block : blocks) {
      int entry = block.entry();
      if (seen[entry] != round
          && (tables.entries.get(entry).shapes() & bit) != 0
          && Condition.all(block.conditions(), event, places, folded)) {
        seen[entry] = round;
        if (count == matched.length) {
          matched = Arrays.copyOf(matched, 2 * count);
        }
        matched[count++] = entry;
      }
    }
  }

  /// Gathers what the event itself says about its logsource.
  private void say(Event event) {
    wordsEnd = 0;
    int product = places.first(event, tables.product);
    int category = places.first(event, tables.category);
    if (product < 0 && category < 0) {
      return;
    }
    say(event, product);
    say(event, category);
    say(event, places.first(event, tables.service));
  }

  private void say(Event event, int i) {
    if (i >= 0
        && event.kind(i) == ValueKind.TEXT
        && event.end(i) - event.start(i) <= LONGEST_WORD) {
      wordsEnd = folded.take(event, i).copyTo(words, wordsEnd);
    }
    words[wordsEnd++] = 0;
  }
}
