package fr.bastide.telemetry.internal.line;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Cuts a stream into lines as slices of one buffer, or into counted frames where a sender counts
/// (RFC 6587, section 3.4.1): no object per line, and never more than [#LONGEST] bytes of a line in
/// memory.
///
/// A line ends at LF, with the CR and NUL bytes around it taken off; NUL bytes inside and invalid
/// UTF-8 are kept. A byte order mark at the beginning of the stream is passed over. What a line has
/// beyond [#LONGEST] bytes is read and dropped; [#cut()] tells.
final class Lines {

  /// The longest line taken whole, in bytes.
  static final int LONGEST = 1 << 20;

  private static final int FIRST = 1 << 17;
  private static final int COUNT_DIGITS = 8;

  private final InputStream input;
  private final boolean frames;
  private byte[] buffer = new byte[FIRST];
  private int position;
  private int limit;
  private boolean over;
  private boolean begun;
  private long skipping;
  private int start;
  private int end;
  private boolean cut;
  private long number;

  /// Lines of a stream.
  ///
  /// @param frames whether records may be counted frames instead
  Lines(InputStream input, boolean frames) {
    this.input = input;
    this.frames = frames;
  }

  /// Goes to the next line; false at the end of the stream.
  boolean next() throws IOException {
    if (!begun) {
      begin();
    }
    if (!skipRest()) {
      return false;
    }
    number++;
    cut = false;
    long counted = frames ? frame() : 0;
    return counted > 0 ? takeFrame(counted) : takeLine();
  }

  /// The buffer the line stands in; what is in it changes with the next line.
  byte[] bytes() {
    return buffer;
  }

  /// Where the line begins.
  int start() {
    return start;
  }

  /// Where the line ends, exclusive.
  int end() {
    return end;
  }

  /// Whether the line was longer than what is given of it.
  boolean cut() {
    return cut;
  }

  /// The number of the line, counted from 1.
  long number() {
    return number;
  }

  private void begin() throws IOException {
    begun = true;
    fill(3);
    if (limit >= 3
        && (buffer[0] & 0xff) == 0xEF
        && (buffer[1] & 0xff) == 0xBB
        && (buffer[2] & 0xff) == 0xBF) {
      position = 3;
    }
  }

  private boolean takeLine() throws IOException {
    int seen = position;
    while (true) {
      int at = Scan.find(buffer, seen, limit, (byte) '\n');
      int stop = at >= 0 ? at : limit;
      if (stop - position > LONGEST) {
        take(position, position + LONGEST);
        cut = true;
        skipping = -1;
        position += LONGEST;
        return true;
      }
      if (at >= 0) {
        take(position, at);
        position = at + 1;
        return true;
      }
      int known = limit - position;
      if (!more()) {
        take(position, limit);
        position = limit;
        return known > 0;
      }
      seen = position + known;
    }
  }

  /// How many bytes the frame that begins here says it has, with the position moved to its content;
  /// 0 when it is no frame.
  private long frame() throws IOException {
    int i = 0;
    long count = 0;
    while (true) {
      if (!have(i)) {
        return 0;
      }
      byte b = buffer[position + i];
      if (!Scan.digit(b)) {
        break;
      }
      count = 10 * count + b - '0';
      if (++i > COUNT_DIGITS) {
        return 0;
      }
    }
    if (count == 0 || buffer[position + i] != ' ') {
      return 0;
    }
    if (!have(i + 1)) {
      return 0;
    }
    if (buffer[position + i + 1] != '<') {
      return 0;
    }
    position += i + 1;
    return count;
  }

  /// Whether byte `i` after the position is there, read if need be.
  private boolean have(int i) throws IOException {
    fill(i + 1);
    return position + i < limit;
  }

  /// Reads until so many bytes after the position are there or the stream ends.
  private void fill(int wanted) throws IOException {
    boolean going = true;
    while (going && limit - position < wanted) {
      going = more();
    }
  }

  private boolean takeFrame(long count) throws IOException {
    int wanted = (int) Math.min(count, LONGEST);
    fill(wanted);
    int got = Math.min(wanted, limit - position);
    take(position, position + got);
    position += got;
    cut = count > got;
    skipping = count - got;
    return true;
  }

  /// Passes over what is left of a line or frame that was cut; false at the end of the stream.
  private boolean skipRest() throws IOException {
    while (skipping != 0) {
      if (position == limit && !more()) {
        skipping = 0;
        return false;
      }
      if (skipping > 0) {
        int some = (int) Math.min(skipping, limit - position);
        skipping -= some;
        position += some;
        continue;
      }
      int at = Scan.find(buffer, position, limit, (byte) '\n');
      position = at < 0 ? limit : at + 1;
      skipping = at < 0 ? -1 : 0;
    }
    return true;
  }

  /// Reads more; what has not been used stays, perhaps elsewhere in the buffer. False at the end.
  private boolean more() throws IOException {
    if (over) {
      return false;
    }
    if (position == limit) {
      position = 0;
      limit = 0;
    } else if (limit == buffer.length) {
      if (position > 0) {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
      } else {
        buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, 2 * LONGEST));
      }
    }
    int got = input.read(buffer, limit, buffer.length - limit);
    if (got < 0) {
      over = true;
      return false;
    }
    limit += got;
    return true;
  }

  private void take(int from, int to) {
    int first = from;
    int last = to;
    while (last > first && (buffer[last - 1] == '\r' || buffer[last - 1] == 0)) {
      last--;
    }
    while (first < last && buffer[first] == 0) {
      first++;
    }
    start = first;
    end = last;
  }
}
