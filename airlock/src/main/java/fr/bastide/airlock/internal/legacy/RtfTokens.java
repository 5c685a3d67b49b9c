package fr.bastide.airlock.internal.legacy;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import java.nio.charset.StandardCharsets;

/// Cuts rich text (RTF 1.9.1) into its tokens: braces, control words with their numbers, bytes.
final class RtfTokens {

  enum Kind {
    OPEN,
    CLOSE,
    WORD,
    BYTE,
    END
  }

  private static final int MOST_WORD = 32;
  private static final int MOST_DIGITS = 10;

  private final byte[] bytes;
  private int at;
  private String word = "";
  private int number;
  private boolean numbered;
  private int value;
  private boolean written;

  RtfTokens(byte[] bytes) {
    this.bytes = bytes;
  }

  Kind next() {
    while (at < bytes.length) {
      int c = bytes[at++] & 0xff;
      switch (c) {
        case '{' -> {
          return Kind.OPEN;
        }
        case '}' -> {
          return Kind.CLOSE;
        }
        case '\\' -> {
          return control();
        }
        case '\r', '\n', 0 -> {
          // line ends of the file are not those of the text
        }
        default -> {
          value = c;
          written = false;
          return Kind.BYTE;
        }
      }
    }
    return Kind.END;
  }

  /// The control word or symbol last read.
  String word() {
    return word;
  }

  /// Its number, or the given one when it has none.
  int number(int without) {
    return numbered ? number : without;
  }

  /// The byte last read.
  int value() {
    return value;
  }

  /// Whether that byte was written as two digits, and so belongs to the text whatever it is.
  boolean isWritten() {
    return written;
  }

  /// Passes over raw data that follows `\bin`.
  byte[] raw(int length) {
    if (length < 0 || length > bytes.length - at) {
      throw new RefusedException(Reason.MALFORMED, "rtf");
    }
    byte[] raw = java.util.Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return raw;
  }

  private Kind control() {
    if (at >= bytes.length) {
      return Kind.END;
    }
    int c = bytes[at] & 0xff;
    if (c == '\'') {
      at++;
      value = Math.max(0, digit()) << 4 | Math.max(0, digit());
      written = true;
      return Kind.BYTE;
    }
    numbered = false;
    if (!isLetter(c)) {
      at++;
      word = c == '\r' || c == '\n' ? "par" : String.valueOf((char) c);
      return Kind.WORD;
    }
    int from = at;
    while (at < bytes.length && isLetter(bytes[at] & 0xff)) {
      at++;
    }
    word = new String(bytes, from, Math.min(MOST_WORD, at - from), StandardCharsets.US_ASCII);
    number();
    if (at < bytes.length && bytes[at] == ' ') {
      at++;
    }
    return Kind.WORD;
  }

  private void number() {
    boolean minus = at + 1 < bytes.length && bytes[at] == '-' && isDigit(bytes[at + 1]);
    int from = minus ? at + 1 : at;
    int to = from;
    long read = 0;
    while (to < bytes.length && isDigit(bytes[to])) {
      if (to - from < MOST_DIGITS) {
        read = read * 10 + bytes[to] - '0';
      }
      to++;
    }
    if (to > from) {
      numbered = true;
      number = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, minus ? -read : read));
      at = to;
    }
  }

  private int digit() {
    int digit = at < bytes.length ? Character.digit(bytes[at], 16) : -1;
    if (digit >= 0) {
      at++;
    }
    return digit;
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }
}
