package fr.bastide.airlock.internal.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.fontbox.cff.CFFParser;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.type1.Type1Font;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/// A font program that was parsed within its bounds, and the dictionary of the stream it goes into.
record FontProgram(byte[] bytes, COSDictionary dictionary) {

  private static final int MAX_SIZE = 32 << 20;
  private static final byte[] EEXEC = "eexec".getBytes(StandardCharsets.US_ASCII);

  /// The program in these bytes, of whatever kind they are; nothing when they are none.
  static @Nullable FontProgram checked(byte[] bytes, COSStream stream) {
    if (bytes.length < 8 || bytes.length > MAX_SIZE) {
      return null;
    }
    try {
      int magic =
          (bytes[0] & 0xff) << 24
              | (bytes[1] & 0xff) << 16
              | (bytes[2] & 0xff) << 8
              | bytes[3] & 0xff;
      return switch (magic) {
        case 0x00010000, 0x74727565, 0x00020000 -> trueType(bytes);
        case 0x4f54544f -> openType(bytes);
        default ->
            bytes[0] == 1 && bytes[1] == 0
                ? compact(bytes, stream)
                : type1(bytes, stream.getInt(COSName.LENGTH2, 0));
      };
    } catch (IOException | RuntimeException damaged) {
      // Parsers of fonts throw what they like for damage: it is no program then.
      return null;
    }
  }

  private static @Nullable FontProgram trueType(byte[] bytes) throws IOException {
    byte[] rebuilt = Sfnt.rebuilt(bytes);
    if (rebuilt.length == 0) {
      return null;
    }
    try (TrueTypeFont font = new TTFParser(true).parseEmbedded(new ByteArrayInputStream(rebuilt))) {
      if (font.getNumberOfGlyphs() < 1 || font.getUnitsPerEm() < 1) {
        return null;
      }
    }
    COSDictionary dictionary = new COSDictionary();
    dictionary.setInt(COSName.LENGTH1, rebuilt.length);
    return new FontProgram(rebuilt, dictionary);
  }

  private static @Nullable FontProgram openType(byte[] bytes) throws IOException {
    byte[] rebuilt = Sfnt.rebuilt(bytes);
    byte[] outlines = Sfnt.table(rebuilt, "CFF ");
    if (outlines.length == 0
        || new CFFParser().parse(new RandomAccessReadBuffer(outlines)).isEmpty()) {
      return null;
    }
    COSDictionary dictionary = new COSDictionary();
    dictionary.setItem(COSName.SUBTYPE, COSName.OPEN_TYPE);
    return new FontProgram(rebuilt, dictionary);
  }

  private static @Nullable FontProgram compact(byte[] bytes, COSStream stream) throws IOException {
    if (new CFFParser().parse(new RandomAccessReadBuffer(bytes)).isEmpty()) {
      return null;
    }
    boolean cid = "CIDFontType0C".equals(stream.getNameAsString(COSName.SUBTYPE));
    COSDictionary dictionary = new COSDictionary();
    dictionary.setItem(COSName.SUBTYPE, COSName.getPDFName(cid ? "CIDFontType0C" : "Type1C"));
    return new FontProgram(bytes, dictionary);
  }

  private static @Nullable FontProgram type1(byte[] wrapped, int declared) throws IOException {
    byte[] bytes = (wrapped[0] & 0xff) == 0x80 ? unwrapped(wrapped) : wrapped;
    int clear = after(bytes);
    if (clear < 0) {
      return null;
    }
    int length = bytes.length - clear;
    int cipher = declared > 0 && declared <= length ? declared : length;
    byte[] head = Arrays.copyOf(bytes, clear);
    byte[] body = Arrays.copyOfRange(bytes, clear, clear + cipher);
    Type1Font font = Type1Font.createWithSegments(head, body);
    if (font.getCharStringsDict().isEmpty() && cipher < length) {
      cipher = length;
      font = Type1Font.createWithSegments(head, Arrays.copyOfRange(bytes, clear, bytes.length));
    }
    if (font.getCharStringsDict().isEmpty()) {
      return null;
    }
    COSDictionary dictionary = new COSDictionary();
    dictionary.setInt(COSName.LENGTH1, clear);
    dictionary.setInt(COSName.LENGTH2, cipher);
    dictionary.setInt(COSName.LENGTH3, length - cipher);
    return new FontProgram(bytes, dictionary);
  }

  /// Where the enciphered part begins: after `eexec` and the white space behind it.
  private static int after(byte[] bytes) {
    for (int i = 0; i + EEXEC.length < bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + EEXEC.length, EEXEC, 0, EEXEC.length)) {
        int at = i + EEXEC.length;
        while (at < bytes.length && Lexer.isSpace(bytes[at] & 0xff) && bytes[at] != 0) {
          at++;
        }
        return at;
      }
    }
    return -1;
  }

  /// The segments of a PFB file without their headers.
  private static byte[] unwrapped(byte[] bytes) {
    byte[] out = new byte[bytes.length];
    int size = 0;
    int at = 0;
    while (at + 6 <= bytes.length && (bytes[at] & 0xff) == 0x80 && bytes[at + 1] != 3) {
      int length =
          bytes[at + 2] & 0xff
              | (bytes[at + 3] & 0xff) << 8
              | (bytes[at + 4] & 0xff) << 16
              | (bytes[at + 5] & 0xff) << 24;
      if (length < 0 || length > bytes.length - at - 6) {
        break;
      }
      System.arraycopy(bytes, at + 6, out, size, length);
      size += length;
      at += 6 + length;
    }
    return Arrays.copyOf(out, size);
  }
}
