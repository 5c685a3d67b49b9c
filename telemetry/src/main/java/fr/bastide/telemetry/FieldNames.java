package fr.bastide.telemetry;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// The names of fields, each with one small number that events and rules share. Safe to share
/// between threads.
///
/// Sources choose their names, so their number is bounded: when only [#KEPT] of [#MOST] are left, a
/// new name of a source gets [#UNNAMED], and [#overflowed()] counts how often. Those left are for
/// the names that rules ask for, which are told apart however many others there were before.
public final class FieldNames {

  /// How many names are told apart.
  public static final int MOST = 65_536;

  /// How many numbers are kept for names that rules ask for.
  public static final int KEPT = 8_192;

  /// The number of a name that came too late to be told apart: no rule can ask for it.
  public static final int UNNAMED = 0;

  private final ConcurrentMap<String, Integer> ids = new ConcurrentHashMap<>();
  private final AtomicReferenceArray<String> names = new AtomicReferenceArray<>(MOST);
  private volatile long overflowed;
  private int next = 1;

  /// No names yet.
  public FieldNames() {
    names.set(UNNAMED, "");
  }

  /// The number of a name, given now if it has none; spelling counts, letter case included.
  public int id(String name) {
    Integer known = ids.get(name);
    return known != null ? known : give(name, MOST - KEPT);
  }

  /// The number of a name that a rule asks for; [#UNNAMED] only for the empty name, or when rules
  /// have used up all that was kept for them. Events read from now on have it too.
  public int asked(String name) {
    Integer known = ids.get(name);
    return known != null ? known : give(name, MOST);
  }

  /// The number of a name in UTF-8.
  public int id(byte[] bytes, int from, int to) {
    return id(new String(bytes, from, to - from, StandardCharsets.UTF_8));
  }

  /// The name with this number; empty for [#UNNAMED].
  ///
  /// @throws IndexOutOfBoundsException when no name has it
  public String name(int id) {
    String name = names.get(id);
    if (name == null) {
      throw new IndexOutOfBoundsException(id);
    }
    return name;
  }

  /// One more than the highest number given.
  public synchronized int size() {
    return next;
  }

  /// How many times a name got no number of its own.
  public long overflowed() {
    return overflowed;
  }

  private synchronized int give(String name, int bound) {
    Integer known = ids.get(name);
    if (known != null) {
      return known;
    }
    if (name.isEmpty()) {
      return UNNAMED;
    }
    if (next >= bound) {
      overflowed++;
      return UNNAMED;
    }
    int id = next++;
    names.set(id, name);
    ids.put(name, id);
    return id;
  }
}
