package fr.bastide.airlock.internal;

import fr.bastide.airlock.Content;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Kinds that never cross, by their first bytes or by the extension declared: read from
/// `forbidden.yaml`.
final class ForbiddenKinds {

  private static final int NEAR = 64;

  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  private record Mark(int at, byte[] bytes, boolean binary) {}

  private static final List<Mark> MARKS = marks();
  private static final Set<String> EXTENSIONS = extensions();

  private ForbiddenKinds() {}

  /// Whether the bytes themselves announce a program or another forbidden kind.
  static boolean announced(byte[] bytes) {
    for (Mark mark : MARKS) {
      if (stands(mark, bytes)) {
        return true;
      }
    }
    return false;
  }

  /// Whether the name does: what it ends in is what a double click would start.
  static boolean named(Content content) {
    String name = content.name();
    int end = name.length();
    while (end > 0 && (name.charAt(end - 1) == '.' || name.charAt(end - 1) <= ' ')) {
      end--; // Windows drops them from the end of a name
    }
    return EXTENSIONS.contains(Content.of(name.substring(0, end), new byte[0]).extension());
  }

  private static boolean stands(Mark mark, byte[] bytes) {
    int end = mark.at() + mark.bytes().length;
    if (bytes.length < end
        || !java.util.Arrays.equals(bytes, mark.at(), end, mark.bytes(), 0, mark.bytes().length)) {
      return false;
    }
    return !mark.binary() || hasZero(bytes);
  }

  private static boolean hasZero(byte[] bytes) {
    for (int i = 0; i < Math.min(NEAR, bytes.length); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private static List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    for (Map<String, Object> mark : Lists.mappings(Resources.document("forbidden.yaml"), "marks")) {
      marks.add(
          new Mark(
              Math.toIntExact(Resources.number(mark, "at")),
              HexFormat.of().parseHex(Resources.string(mark, "bytes")),
              mark.containsKey("binary")));
    }
    return marks;
  }

  private static Set<String> extensions() {
    Map<String, Object> groups = Resources.mapping("forbidden.yaml", "extensions");
    Set<String> all = new HashSet<>();
    for (String group : groups.keySet()) {
      all.addAll(Lists.strings(groups, group));
    }
    return all;
  }
}
