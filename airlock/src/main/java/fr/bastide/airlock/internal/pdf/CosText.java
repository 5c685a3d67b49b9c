package fr.bastide.airlock.internal.pdf;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/// Writes values in one spelling: no comments, no needless white space, strings and names escaped
/// alike wherever they came from.
final class CosText {

  private static final int MAX_DIGITS = 24;
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
  private final ToIntFunction<COSObject> numbers;

  /// @param numbers the number a reference is written with, 0 for none
  CosText(ToIntFunction<COSObject> numbers) {
    this.numbers = numbers;
  }

  /// A writer for places where no references may stand.
  static CosText withoutReferences() {
    return new CosText(reference -> 0);
  }

  int size() {
    return out.size();
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  CosText ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      out.write(text.charAt(i));
    }
    return this;
  }

  CosText raw(byte[] bytes) {
    out.write(bytes, 0, bytes.length);
    return this;
  }

  /// A value; nesting is bounded by what built it.
  CosText value(@Nullable COSBase value) {
    switch (value) {
      case COSObject reference -> reference(reference);
      case COSName name -> name(name);
      case COSString string -> string(string.getBytes());
      case COSInteger integer -> ascii(Long.toString(integer.longValue()));
      case COSFloat number -> number(number);
      case COSBoolean bool -> ascii(bool.getValue() ? "true" : "false");
      case COSArray array -> array(array);
      case COSDictionary dictionary -> dictionary(dictionary);
      case null, default -> ascii("null");
    }
    return this;
  }

  private void reference(COSObject reference) {
    int number = numbers.applyAsInt(reference);
    ascii(number == 0 ? "null" : number + " 0 R");
  }

  private void array(COSArray array) {
    out.write('[');
    for (int i = 0; i < array.size(); i++) {
      if (i > 0) {
        out.write(' ');
      }
      value(array.get(i));
    }
    out.write(']');
  }

  private void dictionary(COSDictionary dictionary) {
    ascii("<<");
    for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
      name(entry.getKey());
      out.write(' ');
      value(entry.getValue());
    }
    ascii(">>");
  }

  /// A number with the digits it came with, which say more than a float holds.
  private void number(COSFloat number) {
    String given = number.toString();
    String digits = given.substring(given.indexOf('{') + 1, Math.max(1, given.indexOf('}')));
    if (digits.length() <= MAX_DIGITS && plain(digits)) {
      ascii(digits);
      return;
    }
    float value = number.floatValue();
    if (!Float.isFinite(value) || value == 0) {
      out.write('0');
      return;
    }
    String text = new BigDecimal(Float.toString(value)).toPlainString();
    if (text.endsWith(".0")) {
      text = text.substring(0, text.length() - 2);
    }
    ascii(text.length() > MAX_DIGITS * 2 ? "0" : text);
  }

  private static boolean plain(String digits) {
    for (int i = digits.startsWith("-") ? 1 : 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return digits.indexOf('.') == digits.lastIndexOf('.') && !digits.isEmpty();
  }

  private void name(COSName name) {
    out.write('/');
    for (byte b : name.getBytes()) {
      int c = b & 0xff;
      if (c <= ' ' || c > '~' || c == '#' || Lexer.isDelimiter(c)) {
        out.write('#');
        out.write(HEX[c >> 4]);
        out.write(HEX[c & 15]);
      } else {
        out.write(c);
      }
    }
  }

  private void string(byte[] bytes) {
    int odd = 0;
    for (byte b : bytes) {
      if (b < ' ') {
        odd++;
      }
    }
    if (odd * 3 > bytes.length) {
      hexadecimal(bytes);
      return;
    }
    out.write('(');
    for (byte b : bytes) {
      switch (b) {
        case '(', ')', '\\' -> {
          out.write('\\');
          out.write(b);
        }
        case '\r' -> ascii("\\r");
        case '\n' -> ascii("\\n");
        default -> out.write(b);
      }
    }
    out.write(')');
  }

  /// A string in hexadecimal.
  CosText hexadecimal(byte[] bytes) {
    out.write('<');
    for (byte b : bytes) {
      out.write(HEX[(b & 0xff) >> 4]);
      out.write(HEX[b & 15]);
    }
    out.write('>');
    return this;
  }
}
