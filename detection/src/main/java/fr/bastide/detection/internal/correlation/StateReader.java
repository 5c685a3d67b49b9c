package fr.bastide.detection.internal.correlation;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/// Reads a saved state aside, checks all of it, and only then has it to give. Memory follows what
/// is really there, not what lengths claim.
final class StateReader {

  private static final int AT_ONCE = 1 << 12;

  private final Engine engine;
  private final Store store;
  private final Evidence evidence;
  private long seed;
  private long numbers;
  private long present;

  StateReader(Engine engine) {
    this.engine = engine;
    store = new Store(engine.bounds, engine.notices);
    evidence = new Evidence(engine.bounds.evidenceBytes());
  }

  Store store() {
    return store;
  }

  Evidence evidence() {
    return evidence;
  }

  long seed() {
    return seed;
  }

  long numbers() {
    return numbers;
  }

  long present() {
    return present;
  }

  void read(InputStream input) throws IOException {
    CRC32 sum = new CRC32();
    CheckedInputStream checked = new CheckedInputStream(new BufferedInputStream(input), sum);
    DataInputStream in = new DataInputStream(checked);
    try {
      if (in.readLong() != Format.MAGIC) {
        throw Format.damaged();
      }
      int version = in.readInt();
      if (version != Format.VERSION) {
        throw Format.otherVersion(version);
      }
      body(in);
      long expected = sum.getValue();
      if (in.readLong() != expected || in.read() >= 0) {
        throw Format.damaged();
      }
    } catch (EOFException _) {
      throw Format.damaged();
    }
  }

  private void body(DataInputStream in) throws IOException {
    seed = in.readLong();
    numbers = in.readLong();
    present = in.readLong();
    for (int left = size(in, Integer.MAX_VALUE); left > 0; left--) {
      store.clocks.put(text(in), new long[] {time(in.readLong())});
    }
    long first = in.readLong();
    int count = size(in, Integer.MAX_VALUE);
    if (numbers < 0 || first < 0 || first > Plan.FAR) {
      throw Format.damaged();
    }
    evidence.startAt(first);
    for (int left = count; left > 0; left--) {
      evidence.put(SavedEvent.read(in, engine.names, engine.origins));
    }
    Map<String, Plan> plans = new LinkedHashMap<>();
    engine.store.plans.forEach((id, plan) -> plans.put(id, engine.plan(plan.correlation)));
    store.plans = plans;
    for (int left = size(in, Integer.MAX_VALUE); left > 0; left--) {
      plan(in);
    }
  }

  private void plan(DataInputStream in) throws IOException {
    String id = text(in);
    byte[] definition = bytes(in, Format.LONGEST_TEXT);
    Plan known = store.plans.get(id);
    boolean same = known != null && Arrays.equals(Plan.definition(known.correlation), definition);
    int groups = 0;
    for (int left = size(in, Integer.MAX_VALUE); left > 0; left--) {
      String tenant = text(in);
      for (int more = size(in, Integer.MAX_VALUE); more > 0; more--) {
        groups++;
        group(in, known, same ? tenant : null);
      }
    }
    if (known != null && !same && groups > 0) {
      engine.notices.tell(
          known,
          "Cette corrélation a changé depuis l’enregistrement\u00a0: ses fenêtres repartent de"
              + " zéro.",
          "This correlation has changed since the state was saved: its windows begin anew.");
    }
  }

  private void group(
      DataInputStream in,
      @org.jspecify.annotations.Nullable Plan plan,
      @org.jspecify.annotations.Nullable String tenant)
      throws IOException {
    byte[] key = bytes(in, Format.LONGEST_TEXT);
    byte[] shown = bytes(in, Format.LONGEST_TEXT);
    long[] rest = new long[6];
    rest[0] = in.readInt();
    for (int i = 1; i < rest.length; i++) {
      rest[i] = in.readLong();
    }
    long[] pieces = longs(in);
    long[] cells = longs(in);
    if (plan == null || tenant == null) {
      return;
    }
    int fields = plan.groupFields();
    if (!Keys.sound(key, fields)
        || !Keys.sound(shown, fields)
        || rest[1] < 0
        || rest[1] > numbers) {
      throw Format.damaged();
    }
    byte[] shared = Arrays.equals(key, shown) ? key : shown;
    Lane lane = plan.lane(tenant);
    long hash = Hash.of(seed, key, 0, key.length);
    if (lane.find(hash, key, key.length) != null) {
      throw Format.damaged();
    }
    Group group = new Group(key, shared, hash, lane, plan.tallies.make());
    group.lateRun = (int) rest[0];
    group.episode = rest[1];
    group.low = time(rest[2]);
    group.high = time(rest[3]);
    group.count = rest[4];
    group.told = rest[5];
    group.evidence = pieces;
    store.restore(group);
    fill(plan, group, cells);
  }

  private void fill(Plan plan, Group group, long[] cells) {
    int count = cells.length / Group.CELLS;
    if (count == 0 || count * Group.CELLS != cells.length) {
      throw Format.damaged();
    }
    int skipped = Math.max(0, count - engine.bounds.eventsPerGroup());
    long before = -Plan.FAR;
    for (int i = skipped; i < count; i++) {
      long time = time(cells[Group.CELLS * i]);
      long value = cells[Group.CELLS * i + 1];
      boolean known = !plan.temporal || (value >= 0 && value < plan.correlation.rules().size());
      if (time < before || !known) {
        throw Format.damaged();
      }
      before = time;
      group.insert(group.end, time, value, cells[Group.CELLS * i + 2]);
    }
    group.start = group.end;
    while (group.start > group.from && group.time(group.start - 1) >= before - plan.span) {
      group.tally.add(group.value(--group.start));
    }
    store.grow(group, group.size());
  }

  private static long time(long time) {
    if (time < -Plan.FAR || time > Plan.FAR) {
      throw Format.damaged();
    }
    return time;
  }

  static int size(DataInputStream in, int most) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > most) {
      throw Format.damaged();
    }
    return size;
  }

  static String text(DataInputStream in) throws IOException {
    return SavedEvent.text(bytes(in, Format.LONGEST_TEXT));
  }

  static byte[] bytes(DataInputStream in, int most) throws IOException {
    int size = size(in, most);
    byte[] bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw Format.damaged();
    }
    return bytes;
  }

  private static long[] longs(DataInputStream in) throws IOException {
    int size = size(in, Integer.MAX_VALUE / Long.BYTES);
    long[] numbers = new long[Math.min(size, AT_ONCE)];
    for (int i = 0; i < size; i++) {
      if (i == numbers.length) {
        numbers = Arrays.copyOf(numbers, (int) Math.min(size, 2L * i));
      }
      numbers[i] = in.readLong();
    }
    return numbers;
  }
}
