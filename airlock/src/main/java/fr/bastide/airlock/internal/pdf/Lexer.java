package fr.bastide.airlock.internal.pdf;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/// Reads the words of a content stream, a CMap or a calculator function (ISO 32000-2, 7.2): values,
/// and keywords. It never fails on damage, and never goes deeper than [#MAX_DEPTH].
final class Lexer {

  static final int MAX_DEPTH = 32;
  private static final int MAX_NUMBER = 24;
  private static final int MAX_INTEGER = 18;

  /// What was read.
  sealed interface Token {}

  record Value(COSBase value) implements Token {}

  /// A word that is no value: an operator, `{`, `}`, or a stray delimiter.
  record Keyword(String word) implements Token {}

  private final byte[] data;
  private int at;

  Lexer(byte[] data) {
    this.data = data;
  }

  int position() {
    return at;
  }

  void moveTo(int position) {
    at = Math.min(position, data.length);
  }

  /// The next token; nothing at the end.
  @Nullable Token next() {
    return next(0);
  }

  private @Nullable Token next(int depth) {
    skipSpace();
    if (at >= data.length) {
      return null;
    }
    int c = data[at] & 0xff;
    return switch (c) {
      case '/' -> new Value(name());
      case '(' -> new Value(literal());
      case '[' -> {
        at++;
        yield new Value(array(depth + 1));
      }
      case '<' -> {
        if (at + 1 < data.length && data[at + 1] == '<') {
          at += 2;
          yield new Value(dictionary(depth + 1));
        }
        yield new Value(hexadecimal());
      }
      case ']', '{', '}', ')' -> {
        at++;
        yield new Keyword(Character.toString(c));
      }
      case '>' -> {
        at += at + 1 < data.length && data[at + 1] == '>' ? 2 : 1;
        yield new Keyword(">>");
      }
      default -> word();
    };
  }

  private void skipSpace() {
    while (at < data.length) {
      int c = data[at] & 0xff;
      if (c == '%') {
        while (at < data.length && data[at] != '\n' && data[at] != '\r') {
          at++;
        }
      } else if (isSpace(c)) {
        at++;
      } else {
        return;
      }
    }
  }

  static boolean isSpace(int c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0;
  }

  static boolean isDelimiter(int c) {
    return switch (c) {
      case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%' -> true;
      default -> false;
    };
  }

  private Token word() {
    int start = at;
    while (at < data.length && !isSpace(data[at] & 0xff) && !isDelimiter(data[at] & 0xff)) {
      at++;
    }
    int first = data[start] & 0xff;
    if (first >= '0' && first <= '9' || first == '-' || first == '+' || first == '.') {
      return new Value(number(start));
    }
    String word = new String(data, start, at - start, StandardCharsets.ISO_8859_1);
    return switch (word) {
      case "true" -> new Value(COSBoolean.TRUE);
      case "false" -> new Value(COSBoolean.FALSE);
      case "null" -> new Value(COSNull.NULL);
      default -> new Keyword(word);
    };
  }

  /// A number as most readers take a bad one: signs within it are passed over, it ends at the
  /// second point or at the first letter, and what follows is read anew.
  private COSBase number(int start) {
    StringBuilder digits = new StringBuilder(MAX_NUMBER);
    boolean point = false;
    int i = start;
    for (; i < at; i++) {
      int c = data[i] & 0xff;
      if (c >= '0' && c <= '9') {
        digits.append((char) c);
      } else if (c == '.' && !point) {
        point = true;
        digits.append('.');
      } else if (c == '-' || c == '+') {
        if (digits.isEmpty() && c == '-') {
          digits.append('-');
        }
      } else {
        break;
      }
    }
    // A second point starts another number only when digits follow; letters glued to a number are
    // an operator of their own.
    at = Math.max(i, start + 1);
    return number(digits.toString(), point);
  }

  private static COSBase number(String digits, boolean point) {
    try {
      if (!point && digits.length() <= MAX_INTEGER) {
        return digits.isEmpty() || "-".equals(digits)
            ? COSInteger.ZERO
            : COSInteger.get(Long.parseLong(digits));
      }
      boolean empty = digits.chars().noneMatch(c -> c >= '0' && c <= '9');
      if (empty) {
        return COSInteger.ZERO;
      }
      if (digits.length() <= MAX_NUMBER) {
        return new COSFloat(digits.endsWith(".") ? digits + "0" : digits);
      }
      return new COSFloat(Float.parseFloat(digits));
    } catch (IOException | NumberFormatException tooLarge) {
      return COSInteger.ZERO;
    }
  }

  private COSName name() {
    at++;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (at < data.length && !isSpace(data[at] & 0xff) && !isDelimiter(data[at] & 0xff)) {
      int c = data[at] & 0xff;
      if (c == '#' && at + 2 < data.length && hex(data[at + 1]) >= 0 && hex(data[at + 2]) >= 0) {
        c = hex(data[at + 1]) * 16 + hex(data[at + 2]);
        at += 2;
      }
      bytes.write(c);
      at++;
    }
    return COSName.getPDFName(bytes.toByteArray());
  }

  static int hex(int c) {
    return Character.digit((char) (c & 0xff), 16);
  }

  private COSString literal() {
    at++;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int open = 1;
    while (at < data.length) {
      int c = data[at++] & 0xff;
      if (c == '\\') {
        escape(bytes);
        continue;
      }
      if (c == '(') {
        open++;
      } else if (c == ')' && --open == 0) {
        break;
      } else if (c == '\r') {
        if (at < data.length && data[at] == '\n') {
          at++;
        }
        c = '\n';
      }
      bytes.write(c);
    }
    return new COSString(bytes.toByteArray());
  }

  private void escape(ByteArrayOutputStream bytes) {
    if (at >= data.length) {
      return;
    }
    int c = data[at++] & 0xff;
    switch (c) {
      case 'n' -> bytes.write('\n');
      case 'r' -> bytes.write('\r');
      case 't' -> bytes.write('\t');
      case 'b' -> bytes.write('\b');
      case 'f' -> bytes.write('\f');
      case '\n' -> {}
      case '\r' -> {
        if (at < data.length && data[at] == '\n') {
          at++;
        }
      }
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        int value = c - '0';
        for (int i = 0; i < 2 && at < data.length && data[at] >= '0' && data[at] <= '7'; i++) {
          value = value * 8 + data[at++] - '0';
        }
        bytes.write(value);
      }
      default -> bytes.write(c);
    }
  }

  private COSString hexadecimal() {
    at++;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int high = -1;
    while (at < data.length) {
      int c = data[at++] & 0xff;
      if (c == '>') {
        break;
      }
      int digit = hex(c);
      if (digit >= 0) {
        if (high < 0) {
          high = digit;
        } else {
          bytes.write(high * 16 + digit);
          high = -1;
        }
      }
    }
    if (high >= 0) {
      bytes.write(high * 16);
    }
    return new COSString(bytes.toByteArray(), true);
  }

  private COSArray array(int depth) {
    checkDepth(depth);
    COSArray array = new COSArray();
    for (Token token = next(depth); token != null; token = next(depth)) {
      switch (token) {
        case Value(COSBase value) -> array.add(value);
        case Keyword(String word) -> {
          if ("]".equals(word)) {
            return array;
          }
        }
      }
    }
    return array;
  }

  private COSDictionary dictionary(int depth) {
    checkDepth(depth);
    COSDictionary dictionary = new COSDictionary();
    COSName key = null;
    for (Token token = next(depth); token != null; token = next(depth)) {
      switch (token) {
        case Value(COSBase value) -> {
          if (key != null) {
            dictionary.setItem(key, value);
            key = null;
          } else if (value instanceof COSName name) {
            key = name;
          }
        }
        case Keyword(String word) -> {
          if (">>".equals(word)) {
            return dictionary;
          }
          key = null;
        }
      }
    }
    return dictionary;
  }

  private static void checkDepth(int depth) {
    if (depth > MAX_DEPTH) {
      throw new RefusedException(Reason.TOO_DEEP, "");
    }
  }
}
