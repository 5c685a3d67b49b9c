package fr.bastide.telemetry.internal.taxonomy;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.ValueKind;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Optional;

/// What an entry does to a draft. Not safe for threads.
final class Changes {

  private static final int UNKNOWN = 0;
  private static final int NOTHING = -1;

  private final FieldNames names;
  private final Places places;
  private final Folded folded;
  private final EmbeddedJson embedded;
  private final IdentityHashMap<Entry, int[]> stripped = new IdentityHashMap<>();
  private byte[] scratch = new byte[64];

  Changes(Tables tables, Origins origins, Places places, Folded folded) {
    this.names = tables.names;
    this.places = places;
    this.folded = folded;
    this.embedded = new EmbeddedJson(tables.names, origins);
  }

  void make(EventDraft draft, Entry entry) {
    for (int k = 0; k < entry.aliases().size(); k++) {
      alias(draft, entry.aliases().get(k));
    }
    if (!entry.strips().isEmpty()) {
      strip(draft, entry);
    }
    for (int k = 0; k < entry.zips().size(); k++) {
      zip(draft, entry.zips().get(k));
    }
    for (int k = 0; k < entry.derivations().size(); k++) {
      Derivation derivation = entry.derivations().get(k);
      if (derivation.when().isEmpty()
          || Condition.all(derivation.when(), draft.event(), places, folded)) {
        derive(draft, derivation);
      }
    }
    for (int k = 0; k < entry.times().size() && draft.event().time() == Event.NO_TIME; k++) {
      time(draft, entry.times().get(k));
    }
  }

  private void strip(EventDraft draft, Entry entry) {
    Event event = draft.event();
    int[] targets = stripped.computeIfAbsent(entry, _ -> new int[256]);
    int size = event.size();
    for (int i = 0; i < size; i++) {
      int field = event.field(i);
      if (field >= targets.length) {
        targets = Arrays.copyOf(targets, Math.max(field + 1, 2 * targets.length));
        stripped.put(entry, targets);
      }
      if (targets[field] == UNKNOWN) {
        targets[field] = target(entry, names.name(field));
      }
      if (targets[field] != NOTHING) {
        draft.alias(targets[field], i);
      }
    }
  }

  private int target(Entry entry, String name) {
    return entry.strips().stream()
        .flatMap(strip -> strip.rest(name).stream())
        .findFirst()
        .map(names::id)
        .filter(id -> id != FieldNames.UNNAMED)
        .orElse(NOTHING);
  }

  private void zip(EventDraft draft, Entry.Zip zip) {
    Event event = draft.event();
    int size = event.size();
    int name = -1;
    for (int i = 0; i < size; i++) {
      if (event.field(i) == zip.name()) {
        name = i;
      } else if (event.field(i) == zip.value() && name >= 0) {
        draft.alias(names.id(zip.prefix() + event.text(name)), i);
      }
    }
  }

  private void alias(EventDraft draft, Entry.Alias alias) {
    Event event = draft.event();
    int i = places.first(event, alias.from());
    if (i < 0 || places.first(event, alias.to()) >= 0) {
      return;
    }
    for (; i >= 0; i = places.next(event, alias.from(), i)) {
      if (event.kind(i) != ValueKind.NULL) {
        draft.alias(alias.to(), i);
      }
    }
  }

  private void derive(EventDraft draft, Derivation derivation) {
    switch (derivation) {
      case Derivation.OfText made -> text(draft, made);
      case Derivation.Pairs pairs -> pairs(draft, pairs);
      case Derivation.Embedded json -> embedded.read(draft, json);
    }
  }

  private void text(EventDraft draft, Derivation.OfText derivation) {
    Event event = draft.event();
    int had = places.first(event, derivation.field());
    if (had >= 0 && !derivation.ahead()) {
      return;
    }
    Optional<String> text = derivation.of(event);
    if (text.isPresent()) {
      draft.made(derivation.field(), text.get());
      if (had >= 0) {
        draft.swap(had, event.size() - 1);
      }
    }
  }

  private void pairs(EventDraft draft, Derivation.Pairs pairs) {
    Event event = draft.event();
    int i = places.first(event, pairs.from());
    if (i < 0 || event.kind(i) != ValueKind.TEXT) {
      return;
    }
    byte[] bytes = event.bytes(i);
    int end = event.end(i);
    for (int from = event.start(i); from < end; ) {
      int equals = indexOf(bytes, from, end, '=');
      int comma = indexOf(bytes, equals, end, ',');
      for (int k = 0; k < pairs.keys().size(); k++) {
        if (same(bytes, from, equals, pairs.keys().get(k))
            && places.first(event, pairs.fields().get(k)) < 0) {
          draft.part(pairs.fields().get(k), i, Math.min(equals + 1, comma), comma);
        }
      }
      from = comma + 1;
    }
  }

  private void time(EventDraft draft, Entry.TimeField time) {
    Event event = draft.event();
    int length = 0;
    for (int k = 0; k < time.fields().size(); k++) {
      int i = places.first(event, time.fields().get(k));
      if (i < 0 || event.kind(i) == ValueKind.NULL || event.end(i) - event.start(i) > 128) {
        return;
      }
      if (time.fields().size() == 1 && time.zone() < 0 && !event.escaped(i)) {
        draft.time(time.format().read(event.bytes(i), event.start(i), event.end(i)));
        return;
      }
      length = append(event, i, length, k > 0);
    }
    int zone = time.zone() < 0 ? -1 : places.first(event, time.zone());
    if (zone >= 0 && event.end(zone) - event.start(zone) <= 16) {
      length = append(event, zone, length, false);
    }
    draft.time(time.format().read(scratch, 0, length));
  }

  private int append(Event event, int i, int at, boolean space) {
    int size = event.end(i) - event.start(i);
    if (at + size + 1 > scratch.length) {
      scratch = Arrays.copyOf(scratch, 2 * scratch.length + size);
    }
    int pos = at;
    if (space) {
      scratch[pos++] = ' ';
    }
    return pos + event.plain(i, scratch, pos);
  }

  private static int indexOf(byte[] bytes, int from, int to, char wanted) {
    int pos = from;
    while (pos < to && bytes[pos] != wanted) {
      pos++;
    }
    return pos;
  }

  private static boolean same(byte[] bytes, int from, int to, byte[] folded) {
    if (to - from != folded.length) {
      return false;
    }
    for (int i = 0; i < folded.length; i++) {
      if (Folded.lower(bytes[from + i]) != folded[i]) {
        return false;
      }
    }
    return true;
  }
}
