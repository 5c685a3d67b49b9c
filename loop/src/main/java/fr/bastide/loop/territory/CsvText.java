package fr.bastide.loop.territory;

import fr.bastide.kernel.Text;
import fr.bastide.loop.territory.BodyCsv.Encoding;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The text of a file that ought to be CSV, or why it is none.
sealed interface CsvText {

  /// It is text.
  record Readable(Encoding encoding, char separator, String csv) implements CsvText {}

  /// It is not.
  record Unreadable(Text text) implements CsvText {}

  /// Finds encoding and separator of a file.
  static CsvText of(byte[] file) {
    if (file.length > BodyCsv.MAX_BYTES) {
      return new Unreadable(CsvMessages.TOO_LARGE);
    }
    if (startsWith(file, 'P', 'K') || startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
      return new Unreadable(CsvMessages.WORKBOOK);
    }
    for (byte b : file) { // also UTF-16, which spreadsheets call "Unicode text"
      if (b == 0) {
        return new Unreadable(CsvMessages.NOT_TEXT);
      }
    }
    CsvText text = decoded(file);
    return text instanceof Readable readable && readable.csv().isBlank()
        ? new Unreadable(CsvMessages.EMPTY)
        : text;
  }

  private static CsvText decoded(byte[] file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      String csv = text.startsWith("\ufeff") ? text.substring(1) : text;
      return new Readable(Encoding.UTF_8, separator(csv), csv);
    } catch (CharacterCodingException notUtf8) {
      String csv = new String(file, Charset.forName("windows-1252"));
      return csv.indexOf('\ufffd') >= 0
          ? new Unreadable(CsvMessages.NOT_TEXT)
          : new Readable(Encoding.WINDOWS_1252, separator(csv), csv);
    }
  }

  /// The more frequent of `;` and `,` in the line of column names, outside quotes.
  private static char separator(String csv) {
    int balance = 0;
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        break;
      } else if (!quoted) {
        balance += c == ';' ? 1 : c == ',' ? -1 : 0;
      }
    }
    return balance >= 0 ? ';' : ',';
  }

  private static boolean startsWith(byte[] file, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (file.length <= i || (file[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
