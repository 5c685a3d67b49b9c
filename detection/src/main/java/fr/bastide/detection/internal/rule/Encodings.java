package fr.bastide.detection.internal.rule;

import fr.bastide.detection.TextPattern;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// The values that encoding modifiers make (Sigma modifiers appendix, "Encoding").
///
/// After a UTF-16 modifier a value is bytes; they are kept as characters U+0000 to U+00FF until a
/// Base64 modifier takes them.
final class Encodings {

  // What the bytes before the value, 0 to 2 of them, spoil at the beginning of its encoding...
  private static final int[] SPOILT_AT_START = {0, 2, 3};
  // ...and what the bytes after it spoil at the end, by the length modulo 3.
  private static final int[] SPOILT_AT_END = {0, 3, 2};

  private Encodings() {}

  /// The UTF-16 bytes of every literal part.
  static TextPattern utf16(TextPattern pattern, Modifier modifier) {
    PatternBuilder encoded = new PatternBuilder();
    if (modifier == Modifier.UTF16) {
      encoded.text('\u00ff').text('\u00fe');
    }
    for (TextPattern.Part part : pattern.parts()) {
      if (part instanceof TextPattern.Literal(String text)) {
        byte[] bytes =
            text.getBytes(
                modifier == Modifier.UTF16BE
                    ? StandardCharsets.UTF_16BE
                    : StandardCharsets.UTF_16LE);
        encoded.text(new String(bytes, StandardCharsets.ISO_8859_1));
      } else {
        encoded.wildcard(part);
      }
    }
    return encoded.build();
  }

  /// The Base64 text of these bytes, padding included.
  static String base64(byte[] bytes) {
    return new String(Base64.getEncoder().encode(bytes), StandardCharsets.ISO_8859_1);
  }

  /// What of these bytes is sure to be seen in a longer Base64 text, for each of the three places
  /// they may start at.
  static List<String> base64Offsets(byte[] bytes) {
    return List.of(offset(bytes, 0), offset(bytes, 1), offset(bytes, 2));
  }

  private static String offset(byte[] bytes, int shift) {
    byte[] shifted = new byte[bytes.length + shift];
    System.arraycopy(bytes, 0, shifted, shift, bytes.length);
    String encoded = base64(shifted);
    int end = encoded.length() - SPOILT_AT_END[shifted.length % 3];
    return encoded.substring(Math.min(SPOILT_AT_START[shift], end), end);
  }
}
