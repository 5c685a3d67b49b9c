package fr.bastide.detection;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Logsource;
import fr.bastide.telemetry.ValueKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Watches events to learn what a source sends. Bounded: 512 kinds of events, 2,048 event ids each.
/// For events that share their field names; not safe for threads.
public final class SourceSurvey {

  private static final int MOST_KINDS = 512;
  private static final int MOST_IDS = 2_048;
  private static final String EVENT_ID = "EventID";

  private static final class Kind {
    long events;
    final BitSet fields = new BitSet();
    final Map<Integer, String> names = new HashMap<>();
    final Set<String> ids = new HashSet<>();
    boolean complete = true;
  }

  private final Map<List<Logsource>, Kind> kinds = new HashMap<>();

  /// Nothing watched yet.
  public SourceSurvey() {}

  /// Takes note of one event.
  public void see(Event event) {
    Kind kind = kinds.get(event.origin().logsources());
    if (kind == null) {
      if (kinds.size() == MOST_KINDS) {
        return;
      }
      kind = new Kind();
      kinds.put(event.origin().logsources(), kind);
    }
    kind.events++;
    int idField = event.names().id(EVENT_ID);
    for (int i = 0; i < event.size(); i++) {
      int field = event.field(i);
      if (event.kind(i) != ValueKind.NULL && !kind.fields.get(field)) {
        kind.fields.set(field);
        kind.names.put(field, event.name(i));
        kind.complete &= field != FieldNames.UNNAMED;
      }
      if (field == idField && event.kind(i) != ValueKind.NULL) {
        note(kind, event.text(i));
      }
    }
  }

  private static void note(Kind kind, String id) {
    if (kind.ids.size() < MOST_IDS) {
      kind.ids.add(id);
    } else if (!kind.ids.contains(id)) {
      kind.complete = false;
    }
  }

  /// What was seen so far.
  public SourceInventory inventory() {
    List<SourceInventory.Seen> seen = new ArrayList<>();
    kinds.forEach((logsources, kind) ->
        seen.add(
            new SourceInventory.Seen(
                logsources,
                kind.events,
                Set.copyOf(kind.names.values()),
                kind.ids,
                kind.complete)));
    return new SourceInventory(seen);
  }
}
