package fr.bastide.airlock.mail;

import fr.bastide.airlock.Workbench;
import java.io.ByteArrayOutputStream;
import java.util.function.BiConsumer;

/// Files in the middle of plain text (uuencode, POSIX.1): some readers show them as attachments, so
/// that they must pass as such or not at all.
final class UuBlocks {

  private static final int MOST = 50;

  private UuBlocks() {}

  /// The text without the files in it, which are handed over.
  static String taken(String text, Workbench bench, BiConsumer<String, byte[]> files) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (int found = 0; found < MOST; ) {
      int begin = begin(text, at);
      if (begin < 0) {
        break;
      }
      int first = after(text, begin);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      int end = decoded(text, first, bytes);
      if (end < 0) {
        out.append(text, at, first);
        at = first;
        continue;
      }
      found++;
      bench.parts(1);
      bench.yielded(bytes.size());
      out.append(text, at, begin);
      String line = text.substring(begin, first).strip();
      files.accept(line.substring(line.indexOf(' ', 6) + 1).strip(), bytes.toByteArray());
      at = end;
    }
    return at == 0 ? text : out.append(text, at, text.length()).toString();
  }

  /// Where a line `begin 644 name` starts; -1 when none does.
  private static int begin(String text, int from) {
    int at = text.startsWith("begin ", from) && starts(text, from) ? from : next(text, from);
    while (at >= 0) {
      int end = after(text, at);
      int space = text.indexOf(' ', at + 6, Math.max(at + 6, end));
      boolean mode = space - at >= 9 && space - at <= 10;
      for (int i = at + 6; mode && i < space; i++) {
        mode = text.charAt(i) >= '0' && text.charAt(i) <= '7';
      }
      if (mode && end > space + 1) {
        return at;
      }
      at = next(text, at + 1);
    }
    return -1;
  }

  private static boolean starts(String text, int at) {
    return at == 0 || text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r';
  }

  private static int next(String text, int from) {
    int at = text.indexOf("\nbegin ", from);
    return at < 0 ? -1 : at + 1;
  }

  private static int after(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end + 1;
  }

  /// Decodes up to the line `end`.
  ///
  /// @return the place after it; -1 when this is no such file
  private static int decoded(String text, int from, ByteArrayOutputStream out) {
    int at = from;
    while (at < text.length()) {
      int next = after(text, at);
      String line = text.substring(at, next).stripTrailing();
      if (line.equals("end")) {
        return next;
      }
      if (!line.isEmpty() && !line(line, out)) {
        return -1;
      }
      at = next;
    }
    return -1;
  }

  private static boolean line(String line, ByteArrayOutputStream out) {
    int count = six(line, 0);
    if (count < 0 || line.length() > 128) {
      return false;
    }
    for (int i = 1; count > 0; i += 4) {
      int a = six(line, i);
      int b = six(line, i + 1);
      int c = six(line, i + 2);
      int d = six(line, i + 3);
      if (a < 0 || b < 0 || c < 0 || d < 0) {
        return false;
      }
      int three = a << 18 | b << 12 | c << 6 | d;
      for (int shift = 16; shift >= 0 && count > 0; shift -= 8, count--) {
        out.write(three >> shift);
      }
    }
    return true;
  }

  /// Six bits; characters that were stripped from the end of a line are blanks.
  private static int six(String line, int at) {
    int c = at < line.length() ? line.charAt(at) : ' ';
    return c < ' ' || c > '`' ? -1 : (c - ' ') & 0x3f;
  }
}
