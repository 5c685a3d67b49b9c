package fr.bastide.telemetry.internal.audit;

import fr.bastide.telemetry.internal.line.Knowledge;
import fr.bastide.telemetry.internal.line.Scan;
import fr.bastide.telemetry.internal.line.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// What is known of kinds of records and of system calls, from `records.yaml` and `syscalls.yaml`.
final class AuditKinds {

  private static final int MANY_CALLS = 1_024;
  private static final int LAST = 1 << 16;
  private static final byte[] NONE = {};

  private final Words several;
  private final Words untrusted;
  private final Map<Integer, byte[]> names = new HashMap<>();
  private final Words arches;
  private final byte[][][] calls;

  private AuditKinds() {
    Map<String, Object> records = Knowledge.beside(AuditKinds.class, "records.yaml");
    Map<String, Integer> kinds = new HashMap<>();
    Knowledge.map(records.get("several"))
        .forEach((number, name) -> {
          kinds.put(String.valueOf(name), Integer.valueOf(number));
          names.put(Integer.valueOf(number), Scan.bytes(String.valueOf(name)));
        });
    for (Object last : Knowledge.list(records.get("last"))) {
      kinds.computeIfPresent(String.valueOf(last), (name, number) -> number | LAST);
    }
    several = new Words(kinds);
    untrusted = numbered(Knowledge.list(records.get("untrusted")));
    Map<String, Object> tables =
        Knowledge.map(Knowledge.beside(AuditKinds.class, "syscalls.yaml").get("tables"));
    arches = numbered(tables.keySet());
    calls = tables.values().stream().map(AuditKinds::table).toArray(byte[][][]::new);
  }

  /// What comes with this module, read once.
  static AuditKinds builtin() {
    return Holder.BUILTIN;
  }

  private static final class Holder {
    private static final AuditKinds BUILTIN = new AuditKinds();
  }

  private static Words numbered(Iterable<?> words) {
    Map<String, Integer> numbers = new HashMap<>();
    words.forEach(word -> numbers.put(String.valueOf(word), numbers.size()));
    return new Words(numbers);
  }

  private static byte[][] table(Object names) {
    byte[][] table = new byte[MANY_CALLS][];
    Arrays.fill(table, NONE);
    Knowledge.map(names)
        .forEach(
            (number, name) -> table[Integer.parseInt(number)] = Scan.bytes(String.valueOf(name)));
    return table;
  }

  /// The number of a kind that may be one record of several; -1 for any other.
  int several(byte[] b, int from, int to) {
    int number = several.number(b, from, to);
    return number < 0 ? -1 : number & ~LAST;
  }

  /// Whether the event of a record of this kind is whole with it.
  boolean last(byte[] b, int from, int to) {
    int number = several.number(b, from, to);
    return number < 0 || (number & LAST) != 0;
  }

  /// The name of a kind given by its number; empty when it is unknown.
  byte[] name(int number) {
    return names.getOrDefault(number, NONE);
  }

  /// Whether values of this field are text that strangers choose.
  boolean untrusted(byte[] b, int from, int to) {
    return untrusted.number(b, from, to) >= 0;
  }

  /// The name of a system call; empty when it is unknown.
  byte[] call(byte[] b, int arch, int archEnd, long number) {
    int table = arches.number(b, arch, archEnd);
    return table < 0 || number < 0 || number >= MANY_CALLS ? NONE : calls[table][(int) number];
  }
}
