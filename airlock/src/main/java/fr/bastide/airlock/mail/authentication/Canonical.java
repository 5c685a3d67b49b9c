package fr.bastide.airlock.mail.authentication;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// The forms of fields and bodies over which signatures are made (RFC 6376, section 3.4).
final class Canonical {

  private Canonical() {}

  /// A field without its last CR LF.
  static String field(String raw, boolean relaxed) {
    if (!relaxed) {
      return raw;
    }
    int colon = raw.indexOf(':');
    return raw.substring(0, colon).strip().toLowerCase(Locale.ROOT)
        + ":"
        + collapsed(raw.substring(colon + 1));
  }

  private static String collapsed(String value) {
    StringBuilder out = new StringBuilder(value.length());
    boolean space = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ' ' || c == '\t') {
        space = true;
      } else if (c != '\r' && c != '\n') {
        if (space && !out.isEmpty()) {
          out.append(' ');
        }
        space = false;
        out.append(c);
      }
    }
    return out.toString();
  }

  static byte[] body(byte[] bytes, int from, boolean relaxed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length - from + 2);
    int blank = 0;
    for (int at = from; at < bytes.length; ) {
      int end = at;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      int stop = end > at && bytes[end - 1] == '\r' ? end - 1 : end;
      byte[] line = relaxed ? relaxed(bytes, at, stop) : slice(bytes, at, stop);
      if (line.length == 0) {
        blank++;
      } else {
        for (; blank > 0; blank--) {
          end(out);
        }
        out.writeBytes(line);
        end(out);
      }
      at = end + 1;
    }
    if (out.size() == 0 && !relaxed) {
      end(out);
    }
    return out.toByteArray();
  }

  private static byte[] slice(byte[] bytes, int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  private static byte[] relaxed(byte[] bytes, int from, int to) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(to - from);
    boolean space = false;
    for (int i = from; i < to; i++) {
      if (bytes[i] == ' ' || bytes[i] == '\t') {
        space = true;
      } else {
        if (space) {
          out.write(' ');
        }
        space = false;
        out.write(bytes[i]);
      }
    }
    return out.toByteArray();
  }

  private static void end(ByteArrayOutputStream out) {
    out.write('\r');
    out.write('\n');
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
