package fr.bastide.airlock.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Text in headers: encoded words read (RFC 2047), and written again in one form.
final class HeaderText {

  private static final int LONGEST = 900;
  private static final int MOST_RAW = 1 << 16;
  private static final int MOST_CHARSET = 60;
  private static final int MOST_ENCODED = 2_000;
  private static final int LONGEST_WORD = 65;
  private static final int ENCODED_BYTES = 45;

  private HeaderText() {}

  /// The text with its encoded words decoded; may hold anything.
  static String decoded(String raw) {
    return decodedWithin(raw.substring(0, Math.min(raw.length(), MOST_RAW)));
  }

  private static String decodedWithin(String raw) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    boolean afterWord = false;
    Word pending = Word.NONE;
    while (at < raw.length()) {
      int start = raw.indexOf("=?", at);
      Word word = start < 0 ? Word.NONE : word(raw, start);
      if (start >= 0 && word.end() == 0) {
        // Not an encoded word after all.
        out.append(pending.text());
        pending = Word.NONE;
        out.append(raw, at, start + 2);
        at = start + 2;
        afterWord = false;
        continue;
      }
      String between = raw.substring(at, start < 0 ? raw.length() : start);
      boolean joined = afterWord && between.isBlank() && start >= 0;
      if (joined && word.charset().equalsIgnoreCase(pending.charset())) {
        pending = pending.and(word);
      } else {
        out.append(pending.text());
        out.append(joined ? "" : between);
        pending = word;
      }
      afterWord = start >= 0;
      at = start < 0 ? raw.length() : word.end();
    }
    return out.append(pending.text()).toString();
  }

  /// One encoded word; its bytes, since a character may be shared out over two.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Word(String charset, byte[] bytes, int end) {
    static final Word NONE = new Word("", new byte[0], 0);

    String text() {
      return bytes.length == 0 ? "" : Charsets.text(bytes, charset);
    }

    Word and(Word next) {
      ByteArrayOutputStream both = new ByteArrayOutputStream();
      both.writeBytes(bytes);
      both.writeBytes(next.bytes);
      return new Word(charset, both.toByteArray(), next.end);
    }
  }

  private static Word word(String raw, int start) {
    int charsetEnd = raw.indexOf('?', start + 2, Math.min(raw.length(), start + MOST_CHARSET));
    if (charsetEnd < 0 || charsetEnd + 2 >= raw.length()) {
      return Word.NONE;
    }
    char how = Character.toUpperCase(raw.charAt(charsetEnd + 1));
    if (raw.charAt(charsetEnd + 2) != '?' || (how != 'B' && how != 'Q')) {
      return Word.NONE;
    }
    int from = charsetEnd + 3;
    int end =
        from > raw.length()
            ? -1
            : raw.indexOf("?=", from, Math.min(raw.length(), from + MOST_ENCODED));
    if (end < 0) {
      return Word.NONE;
    }
    String charset = raw.substring(start + 2, charsetEnd);
    int language = charset.indexOf('*');
    String content = raw.substring(from, end);
    byte[] bytes = how == 'B' ? base64(content) : quoted(content);
    return new Word(language < 0 ? charset : charset.substring(0, language), bytes, end + 2);
  }

  private static byte[] base64(String content) {
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      if ((c < 0x7f && Character.isLetterOrDigit(c)) || c == '+' || c == '/') {
        clean.append(c);
      }
    }
    if (clean.length() % 4 == 1) {
      clean.setLength(clean.length() - 1);
    }
    return Base64.getDecoder().decode(clean.toString());
  }

  private static byte[] quoted(String content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      int high = c == '=' && i + 2 < content.length() ? hex(content.charAt(i + 1)) : -1;
      int low = high >= 0 ? hex(content.charAt(i + 2)) : -1;
      if (low >= 0) {
        bytes.write(high << 4 | low);
        i += 2;
      } else {
        bytes.writeBytes(Charsets.bytes(c == '_' ? " " : String.valueOf(c)));
      }
    }
    return bytes.toByteArray();
  }

  private static int hex(char c) {
    return c < 0x7f ? Character.digit(c, 16) : -1;
  }

  /// Text on one line, without control, direction or invisible marks, and of a bounded length.
  static String plain(String text) {
    StringBuilder out = new StringBuilder();
    boolean space = false;
    for (int i = 0; i < text.length() && out.length() < LONGEST; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isWhitespace(c) || Character.isISOControl(c) || isSpace(c)) {
        space = true;
      } else if (shows(c)) {
        if (space && !out.isEmpty()) {
          out.append(' ');
        }
        space = false;
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }

  private static boolean isSpace(int c) {
    return Character.getType(c) == Character.SPACE_SEPARATOR && c != 0x00a0 && c != 0x202f;
  }

  private static boolean shows(int c) {
    int type = Character.getType(c);
    return type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.PRIVATE_USE
        && type != Character.UNASSIGNED
        && (c < 0xe0000 || c > 0xe0fff);
  }

  /// Text as it leaves: as it is when it is plain ASCII that need not be folded, else in encoded
  /// words, between which every reader undoes the folding alike.
  static String encoded(String text) {
    return isPlain(text) && text.length() <= LONGEST_WORD ? text : words(text);
  }

  /// Whether a text can stand in a header as it is.
  static boolean isPlain(String text) {
    int word = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      word = c == ' ' ? 0 : word + 1;
      if (c < ' ' || c > '~' || word > LONGEST_WORD) {
        return false;
      }
    }
    return !text.contains("=?") && !text.startsWith(" ") && !text.endsWith(" ");
  }

  static String words(String text) {
    StringBuilder out = new StringBuilder();
    StringBuilder piece = new StringBuilder();
    int size = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      int bytes = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
      if (size + bytes > ENCODED_BYTES) {
        append(out, piece);
        size = 0;
      }
      piece.appendCodePoint(c);
      size += bytes;
    }
    append(out, piece);
    return out.toString();
  }

  private static void append(StringBuilder out, StringBuilder piece) {
    if (piece.isEmpty()) {
      return;
    }
    out.append(out.isEmpty() ? "" : " ")
        .append("=?UTF-8?B?")
        .append(
            Base64.getEncoder().encodeToString(piece.toString().getBytes(StandardCharsets.UTF_8)))
        .append("?=");
    piece.setLength(0);
  }
}
