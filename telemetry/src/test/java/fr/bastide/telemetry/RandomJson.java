package fr.bastide.telemetry;

import java.util.random.RandomGenerator;

/// Random JSON objects: nesting, blanks, every escape, all planes of Unicode, numbers that Jackson
/// writes back as they were.
final class RandomJson {

  /// Bytes that do harm where they should not stand.
  static final String DAMAGE = "\"\\{}[],:\n\t 0-.eEtfnu\u0001x";

  private static final String[] KEYS = {
    "a",
    "b",
    "EventID",
    "CommandLine",
    "winlog",
    "event_data",
    "a.b",
    "clé",
    "k\\n",
    "\\u0041",
    "aVeryLongKeyThatGoesBeyondThreeMachineWords",
    "12345678",
    "1234567"
  };
  private static final String[] NUMBERS = {
    "0", "-1", "4688", "-9223372036854775808", "1.5", "0.25"
  };
  private static final String[] ESCAPES = {
    "\\n", "\\t", "\\\\", "\\\"", "\\/", "\\b", "\\f", "\\r", "\\u00e9", "\\uD83D\\uDE00", "\\u0000"
  };

  private final RandomGenerator random;

  RandomJson(RandomGenerator random) {
    this.random = random;
  }

  String object() {
    StringBuilder out = new StringBuilder();
    object(out, 0);
    return out.toString();
  }

  private void object(StringBuilder out, int depth) {
    out.append('{');
    int count = random.nextInt(6);
    for (int i = 0; i < count; i++) {
      blank(out.append(i == 0 ? "" : ","));
      // Keys are unique: Jackson's tree keeps the last of two, an event both.
      out.append('"').append(KEYS[random.nextInt(KEYS.length)]).append(depth * 10 + i).append('"');
      blank(out);
      out.append(':');
      blank(out);
      value(out, depth);
    }
    blank(out);
    out.append('}');
  }

  private void value(StringBuilder out, int depth) {
    switch (random.nextInt(depth > 4 ? 6 : 8)) {
      case 0 -> out.append(NUMBERS[random.nextInt(NUMBERS.length)]);
      case 1 -> out.append(random.nextBoolean());
      case 2 -> out.append("null");
      case 6 -> object(out, depth + 1);
      case 7 -> list(out, depth + 1);
      default -> text(out);
    }
  }

  private void list(StringBuilder out, int depth) {
    out.append('[');
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      blank(out.append(i == 0 ? "" : ","));
      value(out, depth);
    }
    blank(out);
    out.append(']');
  }

  private void text(StringBuilder out) {
    out.append('"');
    int length = random.nextInt(random.nextInt(10) == 0 ? 300 : 20);
    for (int i = 0; i < length; i++) {
      switch (random.nextInt(12)) {
        case 0 -> out.append(ESCAPES[random.nextInt(ESCAPES.length)]);
        case 1 -> out.appendCodePoint(0xE000 + random.nextInt(0xFFFD - 0xE000));
        case 2 -> out.appendCodePoint(0x10000 + random.nextInt(0xFFFF));
        case 3 -> out.append('é');
        default -> out.append((char) ('#' + random.nextInt('[' - '#')));
      }
    }
    out.append('"');
  }

  private void blank(StringBuilder out) {
    if (random.nextInt(8) == 0) {
      out.append(" \n\r\t".charAt(random.nextInt(4)));
    }
  }
}
