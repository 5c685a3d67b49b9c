package fr.bastide.detection.stix;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads values of an event in the Elastic Common Schema by their paths.
///
/// @param root the event as nested maps
record EcsPaths(Map<String, Object> root) {

  private static final int MOST_CHARS = 16_384;

  /// The first value as text; empty when there is none, or an empty one.
  Optional<String> text(String path) {
    Object found = root;
    for (String part : List.of(path.split("\\.", -1))) {
      if (!(found instanceof Map<?, ?> map)) {
        return Optional.empty();
      }
      Object next = map.get(part);
      if (next == null) {
        return Optional.empty();
      }
      found = next;
    }
    Object first = found instanceof List<?> list && !list.isEmpty() ? list.getFirst() : found;
    if (first instanceof Map || first instanceof List) {
      return Optional.empty();
    }
    String text = String.valueOf(first);
    boolean usable = !text.isBlank() && !text.equals("-");
    return usable ? Optional.of(sound(text)) : Optional.empty();
  }

  /// A whole number within bounds.
  Optional<Integer> number(String path, int most) {
    return text(path)
        .filter(text -> text.length() < 19 && text.chars().allMatch(c -> c >= '0' && c <= '9'))
        .map(BigInteger::new)
        .filter(number -> number.compareTo(BigInteger.valueOf(most)) <= 0)
        .map(BigInteger::intValue);
  }

  /// Without halves of characters, which no UTF-8 can carry, and of bounded length.
  private static String sound(String text) {
    StringBuilder sound = new StringBuilder();
    text.codePoints()
        .limit(MOST_CHARS)
        .forEach(
            c -> sound.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xfffd : c));
    return sound.toString();
  }
}
