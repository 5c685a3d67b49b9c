package fr.bastide.airlock.internal.pdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Writes a colour profile anew (ICC.1:2022, 7): its header checked, of its tags those that colour
/// needs, each within bounds; device makers' private tags stay behind.
final class IccProfile {

  private static final int HEADER = 128;
  private static final int MAX_TAGS = 100;
  private static final int MAX_SIZE = 8 << 20;
  private static final byte[] NONE = new byte[0];
  private static final Set<String> TAGS =
      Set.of(
          "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC", "kTRC", "wtpt", "bkpt", "chad", "A2B0",
          "A2B1", "A2B2", "B2A0", "B2A1", "B2A2", "gamt", "lumi", "desc", "cprt", "chrm", "D2B0",
          "D2B1", "D2B2", "B2D0", "B2D1", "B2D2", "view", "meas", "tech");

  private record Tag(int offset, int size) {}

  private IccProfile() {}

  /// The profile written anew; empty when it is not one of that many components.
  static byte[] rebuilt(byte[] profile, int components) {
    if (profile.length < HEADER + 4 || profile.length > MAX_SIZE) {
      return NONE;
    }
    ByteBuffer in = ByteBuffer.wrap(profile);
    boolean known =
        "acsp".equals(word(profile, 36))
            && components == components(word(profile, 16))
            && Set.of("scnr", "mntr", "prtr", "spac").contains(word(profile, 12))
            && Set.of("XYZ ", "Lab ").contains(word(profile, 20));
    int count = in.getInt(HEADER);
    if (!known || count < 1 || count > MAX_TAGS || HEADER + 4 + count * 12 > profile.length) {
      return NONE;
    }
    Map<String, Tag> tags = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      int at = HEADER + 4 + i * 12;
      Tag tag = new Tag(in.getInt(at + 4), in.getInt(at + 8));
      if (tag.offset() < HEADER || tag.size() < 8 || tag.offset() > profile.length - tag.size()) {
        return NONE;
      }
      if (TAGS.contains(word(profile, at))) {
        tags.putIfAbsent(word(profile, at), tag);
      }
    }
    return write(profile, tags);
  }

  private static byte[] write(byte[] profile, Map<String, Tag> tags) {
    int start = HEADER + 4 + tags.size() * 12;
    // Tags may share their data; each piece is written once.
    Map<Tag, Integer> places = new LinkedHashMap<>();
    int size = start;
    for (Tag tag : tags.values()) {
      if (places.putIfAbsent(tag, size) == null) {
        size += (tag.size() + 3) / 4 * 4;
      }
    }
    if (size > MAX_SIZE) {
      return NONE;
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    out.put(0, profile, 0, HEADER);
    out.putInt(0, size);
    out.position(HEADER);
    out.putInt(tags.size());
    tags.forEach((name, tag) -> {
      out.put(name.getBytes(StandardCharsets.ISO_8859_1));
      out.putInt(places.getOrDefault(tag, 0));
      out.putInt(tag.size());
    });
    places.forEach((tag, place) -> out.put(place, profile, tag.offset(), tag.size()));
    // The identifier and the maker's fields of the header would no longer be true.
    out.put(84, new byte[HEADER - 84]);
    out.putInt(4, 0);
    return out.array();
  }

  private static int components(String space) {
    return switch (space) {
      case "GRAY" -> 1;
      case "RGB ", "Lab ", "XYZ ", "YCbr", "HSV ", "CMY " -> 3;
      case "CMYK" -> 4;
      default -> 0;
    };
  }

  private static String word(byte[] bytes, int at) {
    return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
  }
}
