package fr.bastide.airlock.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Turns bytes of a message into text: in the character set they declare, and where they are not in
/// it or it is not known, in UTF-8, and else in the western Windows set, in which everything is
/// something.
final class Charsets {

  private static final Charset WESTERN = Charset.forName("windows-1252");

  private Charsets() {}

  /// The text; never fails.
  static String text(byte[] bytes, String declared) {
    Optional<Charset> charset = named(declared);
    return charset
        .flatMap(c -> exactly(bytes, c))
        .or(() -> exactly(bytes, StandardCharsets.UTF_8))
        .orElseGet(() -> new String(bytes, WESTERN));
  }

  /// A header as it came: UTF-8 when it is that, else western.
  static String header(byte[] bytes) {
    return text(bytes, "utf-8");
  }

  /// Bytes of a text that came with [#header], for a further decoding.
  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<Charset> named(String declared) {
    String name = declared.strip().toLowerCase(Locale.ROOT);
    String known =
        switch (name) {
          // What these senders mean (WHATWG Encoding).
          case "us-ascii", "ascii", "", "default", "unknown-8bit" -> "utf-8";
          case "iso-8859-1", "latin1" -> "windows-1252";
          case "iso-8859-8-i", "iso-8859-8-e" -> "iso-8859-8";
          case "ks_c_5601-1987" -> "x-windows-949";
          case "gb2312" -> "gb18030";
          case "utf8" -> "utf-8";
          default -> name;
        };
    try {
      return Charset.isSupported(known) ? Optional.of(Charset.forName(known)) : Optional.empty();
    } catch (IllegalCharsetNameException none) {
      return Optional.empty();
    }
  }

  private static Optional<String> exactly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException notThis) {
      return Optional.empty();
    }
  }
}
