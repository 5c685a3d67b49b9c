package fr.bastide.telemetry.internal.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The bytes of a stream of JSON records that are in hand, at most one record's length, and the
/// line they stand in.
final class JsonInput {

  /// The longest record held in memory, in bytes.
  static final int LONGEST = 16 << 20;

  private static final int SMALL = 64 << 10;

  private final InputStream input;
  private byte[] bytes = new byte[SMALL];
  private int start;
  private int end;
  private long line = 1;
  private int indent;
  private long received;
  private long lookedAgain;
  private boolean lineBegins = true;

  JsonInput(InputStream input) {
    this.input = input;
  }

  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /// The line that the first byte in hand stands in, counted from 1.
  long line() {
    return line;
  }

  /// How many blanks that line begins with.
  int indent() {
    return indent;
  }

  /// Passes over bytes that had this many line ends in them.
  void consume(int to, int lines) {
    start = to;
    line += lines;
    lineBegins = false;
  }

  /// The next byte that is no blank, not passed over yet; -1 at the end.
  int solid() throws IOException {
    for (; ; ) {
      while (start < end) {
        byte b = bytes[start];
        if (b == '\n') {
          line++;
          indent = 0;
          lineBegins = true;
        } else if (b == ' ' || b == '\t') {
          indent += lineBegins ? 1 : 0;
        } else if (b != '\r' && b != 0x1E) { // RFC 7464 puts 1E before each record
          lineBegins = false;
          return b & 0xFF;
        }
        start++;
      }
      if (!more()) {
        return -1;
      }
    }
  }

  /// Passes over the rest of the line, however long, without holding it.
  void skipLine() throws IOException {
    for (; ; ) {
      for (int i = start; i < end; i++) {
        if (bytes[i] == '\n') {
          start = i;
          return;
        }
      }
      start = end;
      if (!more()) {
        return;
      }
    }
  }

  /// Gets more of a record whose bytes in hand are not the whole: at least so many more that
  /// looking at it again from its beginning is worth it. Twice as many always are; fewer when the
  /// source pauses after what may be the end, as long as looking again stays cheap beside what was
  /// read in all: a source that sends byte by byte must not cost the square.
  ///
  /// @return false when there is no more, or the record is too long
  boolean moreOfRecord() throws IOException {
    int had = end - start;
    while (more()) {
      int have = end - start;
      boolean mayEnd =
          lookedAgain + have <= 32 * received + SMALL
              && closes(start + had)
              && input.available() <= 0;
      if (have >= 2 * had || mayEnd) {
        lookedAgain += have;
        return true;
      }
    }
    return end - start > had;
  }

  /// Whether the bytes in hand are as many as a record may have.
  boolean full() {
    return end - start >= LONGEST;
  }

  private boolean closes(int from) {
    for (int i = from; i < end; i++) {
      if (bytes[i] == '}' || bytes[i] == ']') {
        return true;
      }
    }
    return false;
  }

  private boolean more() throws IOException {
    if (end == bytes.length) {
      if (start > 0) {
        System.arraycopy(bytes, start, bytes, 0, end - start);
        end -= start;
        start = 0;
      } else if (full()) {
        return false;
      } else {
        bytes = Arrays.copyOf(bytes, Math.min(2 * bytes.length, LONGEST));
      }
    }
    int count = input.read(bytes, end, bytes.length - end);
    if (count < 0) {
      return false;
    }
    end += count;
    received += count;
    return true;
  }
}
