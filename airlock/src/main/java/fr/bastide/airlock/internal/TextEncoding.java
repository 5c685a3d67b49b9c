package fr.bastide.airlock.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Finds in which encoding a text without declaration is written: by its byte order mark, by the
/// zeros of UTF-16, as UTF-8 when it is valid, and else as the western Windows encoding.
public final class TextEncoding {

  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");

  /// A share of one in this many characters that no text holds makes a file binary.
  private static final int TOLERATED = 200;

  private TextEncoding() {}

  /// The whole text without its mark; empty when the bytes are no text.
  public static Optional<String> decode(byte[] bytes) {
    return decode(bytes, bytes.length);
  }

  /// The beginning of the text, as much as these first bytes hold.
  static Optional<String> head(byte[] bytes, int most) {
    return decode(bytes, Math.min(most, bytes.length));
  }

  private static Optional<String> decode(byte[] bytes, int length) {
    boolean whole = length == bytes.length;
    if (starts(bytes, 0xef, 0xbb, 0xbf)) {
      return text(bytes, 3, length, StandardCharsets.UTF_8, whole).or(() -> western(bytes, length));
    }
    if (starts(bytes, 0xff, 0xfe, 0, 0)) {
      return text(bytes, 4, length, UTF_32LE, whole);
    }
    if (starts(bytes, 0, 0, 0xfe, 0xff)) {
      return text(bytes, 4, length, UTF_32BE, whole);
    }
    if (starts(bytes, 0xff, 0xfe)) {
      return text(bytes, 2, length, StandardCharsets.UTF_16LE, whole);
    }
    if (starts(bytes, 0xfe, 0xff)) {
      return text(bytes, 2, length, StandardCharsets.UTF_16BE, whole);
    }
    Optional<Charset> wide = wide(bytes, length);
    if (wide.isPresent()) {
      return text(bytes, 0, length, wide.get(), whole);
    }
    return text(bytes, 0, length, StandardCharsets.UTF_8, whole).or(() -> western(bytes, length));
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /// UTF-16 without a mark: nearly every second byte is zero, and always on the same side.
  private static Optional<Charset> wide(byte[] bytes, int length) {
    int seen = Math.min(length, 1024) & ~1;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < seen; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    if (seen < 8 || (even > 0 && odd > 0) || Math.max(even, odd) < seen / 2 * 3 / 4) {
      return Optional.empty();
    }
    return Optional.of(even > 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
  }

  private static Optional<String> western(byte[] bytes, int length) {
    return plausible(new String(bytes, 0, length, WESTERN));
  }

  private static Optional<String> text(
      byte[] bytes, int from, int to, Charset charset, boolean whole) {
    CharBuffer out = CharBuffer.allocate(to - from);
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    // A head may be cut within a character: what is left over at its end says nothing.
    var result = decoder.decode(ByteBuffer.wrap(bytes, from, to - from), out, whole);
    try {
      if (result.isError()) {
        result.throwException();
      }
    } catch (CharacterCodingException notThis) {
      return Optional.empty();
    }
    return plausible(out.flip().toString());
  }

  private static Optional<String> plausible(String text) {
    int odd = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return Optional.empty();
      }
      if ((c < ' ' && "\t\n\r\f\u000b\b\u001b\u001a".indexOf(c) < 0) || c == '\ufffd') {
        odd++;
      }
    }
    return odd * TOLERATED > text.length() ? Optional.empty() : Optional.of(text);
  }
}
