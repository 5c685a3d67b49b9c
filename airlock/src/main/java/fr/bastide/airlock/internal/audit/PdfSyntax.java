package fr.bastide.airlock.internal.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads values of a PDF byte by byte (ISO 32000-2, 7.2 and 7.3).
final class PdfSyntax {

  private static final int DEEPEST = 256;
  private static final int LONGEST_WORD = 256;

  private final Bytes bytes;
  private final int end;
  private int place;

  PdfSyntax(Bytes bytes, int from, int end) {
    this.bytes = bytes;
    this.place = from;
    this.end = Math.min(end, bytes.size());
  }

  int place() {
    return place;
  }

  void goTo(int other) {
    place = other;
  }

  /// The next value; references are not yet seen as such outside arrays and dictionaries.
  PdfValue next() {
    return value(0);
  }

  private PdfValue value(int depth) {
    if (depth > DEEPEST) {
      throw new AuditFailure("too deep");
    }
    skip();
    if (place >= end) {
      return new PdfValue.Close(PdfValue.Close.Kind.END);
    }
    int c = bytes.at(place);
    return switch (c) {
      case '/' -> new PdfValue.Name(name());
      case '(' -> new PdfValue.Text(literal());
      case '[' -> {
        place++;
        yield new PdfValue.Array(list(depth, PdfValue.Close.Kind.ARRAY));
      }
      case ']' -> {
        place++;
        yield new PdfValue.Close(PdfValue.Close.Kind.ARRAY);
      }
      case '<' -> opened(depth);
      case '>' -> closed();
      default -> word();
    };
  }

  private PdfValue opened(int depth) {
    place++;
    if (peek() == '<') {
      place++;
      return dictionary(list(depth, PdfValue.Close.Kind.DICTIONARY));
    }
    return new PdfValue.Text(hexadecimal());
  }

  private PdfValue closed() {
    place++;
    if (peek() != '>') {
      throw new AuditFailure("a stray bracket");
    }
    place++;
    return new PdfValue.Close(PdfValue.Close.Kind.DICTIONARY);
  }

  private List<PdfValue> list(int depth, PdfValue.Close.Kind close) {
    List<PdfValue> items = new ArrayList<>();
    while (true) {
      PdfValue item = value(depth + 1);
      if (item instanceof PdfValue.Close end) {
        if (end.kind() != close) {
          throw new AuditFailure("brackets do not match");
        }
        return items;
      }
      int size = items.size();
      if (item instanceof PdfValue.Word word
          && word.text().equals("R")
          && size >= 2
          && items.get(size - 2) instanceof PdfValue.Whole number
          && items.get(size - 1) instanceof PdfValue.Whole) {
        items.removeLast();
        items.removeLast();
        items.add(new PdfValue.Reference(number.whole()));
      } else {
        items.add(item);
      }
    }
  }

  private static PdfValue dictionary(List<PdfValue> items) {
    if (items.size() % 2 != 0) {
      throw new AuditFailure("a key without value");
    }
    Map<String, PdfValue> entries = new LinkedHashMap<>();
    boolean twice = false;
    for (int i = 0; i < items.size(); i += 2) {
      if (!(items.get(i) instanceof PdfValue.Name key)) {
        throw new AuditFailure("a key that is no name");
      }
      twice |= entries.put(key.text(), items.get(i + 1)) != null;
    }
    return new PdfValue.Dictionary(entries, twice);
  }

  private PdfValue word() {
    int from = place;
    while (place < end && !delimits(bytes.at(place))) {
      place++;
    }
    if (place == from || place - from > LONGEST_WORD) {
      throw new AuditFailure("a stray character");
    }
    String text = bytes.latin(from, place - from);
    try {
      return new PdfValue.Whole(Long.parseLong(text));
    } catch (NumberFormatException noWhole) {
      return new PdfValue.Word(text);
    }
  }

  private String name() {
    StringBuilder name = new StringBuilder();
    place++;
    while (place < end && !delimits(bytes.at(place))) {
      int c = bytes.at(place++);
      if (c == '#' && place + 1 < end && digit(bytes.at(place)) >= 0) {
        int low = digit(bytes.at(place + 1));
        if (low >= 0) {
          c = digit(bytes.at(place)) * 16 + low;
          place += 2;
        }
      }
      name.append((char) c);
    }
    return name.toString();
  }

  private String literal() {
    StringBuilder text = new StringBuilder();
    place++;
    int open = 1;
    while (true) {
      int c = take();
      if (c == '\\') {
        escape(text);
        continue;
      }
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (open == 0) {
        return text.toString();
      }
      text.append((char) c);
    }
  }

  private void escape(StringBuilder text) {
    int c = take();
    switch (c) {
      case 'n' -> text.append('\n');
      case 'r' -> text.append('\r');
      case 't' -> text.append('\t');
      case 'b' -> text.append('\b');
      case 'f' -> text.append('\f');
      case '\n' -> {}
      case '\r' -> place += peek() == '\n' ? 1 : 0;
      default -> {
        if (c < '0' || c > '7') {
          text.append((char) c);
          return;
        }
        int value = c - '0';
        for (int i = 0; i < 2 && peek() >= '0' && peek() <= '7'; i++) {
          value = value * 8 + take() - '0';
        }
        text.append((char) (value & 0xff));
      }
    }
  }

  private String hexadecimal() {
    StringBuilder text = new StringBuilder();
    int high = -1;
    for (int c = take(); c != '>'; c = take()) {
      int digit = digit(c);
      if (digit < 0) {
        if (!white(c)) {
          throw new AuditFailure("no hexadecimal");
        }
      } else if (high < 0) {
        high = digit;
      } else {
        text.append((char) (high * 16 + digit));
        high = -1;
      }
    }
    if (high >= 0) {
      text.append((char) (high * 16));
    }
    return text.toString();
  }

  private void skip() {
    while (place < end) {
      int c = bytes.at(place);
      if (c == '%') {
        while (place < end && bytes.at(place) != '\n' && bytes.at(place) != '\r') {
          place++;
        }
      } else if (white(c)) {
        place++;
      } else {
        return;
      }
    }
  }

  private int take() {
    if (place >= end) {
      throw new AuditFailure("ends too early");
    }
    return bytes.at(place++);
  }

  private int peek() {
    return place < end ? bytes.at(place) : -1;
  }

  private static int digit(int c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  static boolean white(int c) {
    return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' ';
  }

  private static boolean delimits(int c) {
    return white(c) || "()<>[]{}/%".indexOf(c) >= 0;
  }
}
