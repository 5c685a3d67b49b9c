package fr.bastide.detection.internal.rule;

import java.util.Set;

/// Reads a class between brackets, such as `[^a-z\d]`.
final class RegexClass {

  private static final Set<String> POSIX =
      Set.of(
          "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct",
          "space", "upper", "word", "xdigit");

  private final RegexCursor cursor;
  private final boolean insensitive;
  private final StringBuilder items = new StringBuilder();

  private RegexClass(RegexCursor cursor, boolean insensitive) {
    this.cursor = cursor;
    this.insensitive = insensitive;
  }

  /// Reads a class whose opening bracket has been passed.
  static RegexNode.One read(RegexCursor cursor, boolean insensitive) throws Refused {
    boolean negative = cursor.takes("^");
    String items = new RegexClass(cursor, insensitive).items();
    String plain = "[" + items + "]";
    String negated = "[^" + items + "]";
    return negative
        ? new RegexNode.One(negated, plain, insensitive)
        : new RegexNode.One(plain, negated, insensitive);
  }

  private String items() throws Refused {
    boolean first = true;
    while (first || !cursor.takes("]")) {
      first = false;
      item();
    }
    return items.toString();
  }

  private void item() throws Refused {
    if (cursor.sees("[:") && posix()) {
      return;
    }
    if (cursor.takes("\\Q")) {
      for (int point : cursor.until("\\E").codePoints().toArray()) {
        one(point);
      }
      return;
    }
    int low = point();
    if (low < 0) {
      return;
    }
    int before = cursor.position();
    if (cursor.takes("-") && !cursor.sees("]")) {
      int mark = items.length();
      int high = point();
      if (high >= 0) {
        range(low, high);
        return;
      }
      // A class after the dash: the dash stands for itself.
      RegexFolding.require(cursor, low, low, insensitive);
      items.insert(mark, RegexEscapes.quote(low) + "\\-");
      return;
    }
    cursor.back(before);
    one(low);
  }

  private void one(int point) throws Refused {
    RegexFolding.require(cursor, point, point, insensitive);
    items.append(RegexEscapes.quote(point));
  }

  private void range(int low, int high) throws Refused {
    if (high < low) {
      String range = RegexEscapes.quote(low) + "-" + RegexEscapes.quote(high);
      throw cursor.refuse(
          "l’intervalle " + range + " est à l’envers",
          "échangez ses bornes",
          "the range " + range + " is upside down",
          "swap its ends");
    }
    RegexFolding.require(cursor, low, high, insensitive);
    items.append(RegexEscapes.quote(low)).append('-').append(RegexEscapes.quote(high));
  }

  /// One character; -1 when it was a class, which is then among the items.
  private int point() throws Refused {
    int point = cursor.next();
    if (point != '\\') {
      return point;
    }
    return switch (RegexEscapes.read(cursor)) {
      case RegexEscapes.Literal(int literal) -> literal;
      case RegexEscapes.Items(String text) -> {
        items.append(text);
        yield -1;
      }
      case RegexEscapes.Letter(int letter) -> {
        if (letter == 'b') {
          yield '\b';
        }
        if (letter >= '1' && letter <= '7') {
          yield RegexEscapes.octal(cursor, letter - '0');
        }
        throw cursor.unsupported("\\" + Character.toString(letter));
      }
    };
  }

  private boolean posix() throws Refused {
    int before = cursor.position();
    cursor.takes("[:");
    boolean negative = cursor.takes("^");
    StringBuilder name = new StringBuilder();
    while (cursor.peek() >= 'a' && cursor.peek() <= 'z') {
      name.appendCodePoint(cursor.next());
    }
    if (!cursor.takes(":]")) {
      cursor.back(before);
      return false;
    }
    if (!POSIX.contains(name.toString())) {
      throw cursor.unsupported("[:" + name + ":]");
    }
    items.append(negative ? "[:^" : "[:").append(name).append(":]");
    return true;
  }
}
