package fr.bastide.telemetry.internal.json;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Objects that only hold a list of events: `{"Records":[…]}` of AWS CloudTrail, `{"records":[…]}`
/// of Azure exports, `{"@odata.context":…,"value":[…]}` of Microsoft Graph.
final class JsonEnvelope {

  /// The object is an event of its own.
  static final int NONE = -1;

  /// More bytes are needed to tell.
  static final int UNFINISHED = -2;

  private static final List<byte[]> LISTS =
      List.of(ascii("Records"), ascii("records"), ascii("value"));
  private static final byte[] BESIDE = ascii("@odata.");

  private final JsonScanner scanner;

  JsonEnvelope(JsonScanner scanner) {
    this.scanner = scanner;
  }

  /// Where the list begins, just after its bracket, in the object whose brace stands at `from`.
  int list(byte[] bytes, int from, int to) {
    int pos = from + 1;
    for (; ; ) {
      pos = solid(bytes, pos, to);
      if (pos == to) {
        return UNFINISHED;
      }
      if (bytes[pos] != '"') {
        return NONE;
      }
      int keyEnd = scanner.stringEnd(bytes, pos, to);
      if (keyEnd < 0) {
        return keyEnd == JsonScanner.UNFINISHED ? UNFINISHED : NONE;
      }
      boolean list = isList(bytes, pos + 1, keyEnd);
      if (!list && !startsWith(bytes, pos + 1, keyEnd, BESIDE)) {
        return NONE;
      }
      pos = solid(bytes, keyEnd + 1, to);
      if (pos < to && bytes[pos] != ':') {
        return NONE;
      }
      pos = solid(bytes, Math.min(pos + 1, to), to);
      if (pos == to) {
        return UNFINISHED;
      }
      if (list) {
        return objects(bytes, pos, to);
      }
      pos = beside(bytes, pos, to);
      if (pos < 0) {
        return pos;
      }
    }
  }

  private static int objects(byte[] bytes, int from, int to) {
    if (bytes[from] != '[') {
      return NONE;
    }
    int pos = solid(bytes, from + 1, to);
    return pos == to ? UNFINISHED : bytes[pos] == '{' || bytes[pos] == ']' ? from + 1 : NONE;
  }

  /// Passes over the text or number of a member that stands beside the list.
  private int beside(byte[] bytes, int from, int to) {
    int pos = from;
    if (bytes[pos] == '"') {
      pos = scanner.stringEnd(bytes, pos, to);
      if (pos < 0) {
        return pos == JsonScanner.UNFINISHED ? UNFINISHED : NONE;
      }
      pos++;
    } else {
      while (pos < to && bytes[pos] >= '0' && bytes[pos] <= '9') {
        pos++;
      }
    }
    pos = solid(bytes, pos, to);
    return pos == to ? UNFINISHED : bytes[pos] == ',' ? pos + 1 : NONE;
  }

  private static boolean isList(byte[] bytes, int from, int to) {
    for (byte[] list : LISTS) {
      if (to - from == list.length && startsWith(bytes, from, to, list)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] bytes, int from, int to, byte[] start) {
    if (to - from < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (bytes[from + i] != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static int solid(byte[] bytes, int from, int to) {
    int pos = from;
    while (pos < to && bytes[pos] <= ' ' && bytes[pos] >= 0) {
      pos++;
    }
    return pos;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
