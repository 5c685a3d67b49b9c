package fr.bastide.detection.internal.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a regular expression in the flavour of PCRE.
final class RegexParser {

  private static final int MAX_DEPTH = 60;
  private static final int MAX_REPEAT = 1_000;

  private final RegexCursor cursor;
  private RegexFlags flags;
  private int depth;

  private RegexParser(RegexCursor cursor, RegexFlags flags) {
    this.cursor = cursor;
    this.flags = flags;
  }

  static RegexNode parse(RegexCursor cursor, RegexFlags flags) throws Refused {
    RegexNode node = new RegexParser(cursor, flags).choice();
    if (cursor.more()) {
      throw cursor.refuse(
          "une parenthèse fermante est de trop",
          "ôtez-la ou écrivez \\)",
          "there is a closing parenthesis too many",
          "take it away or write \\)");
    }
    return node;
  }

  private RegexNode choice() throws Refused {
    if (++depth > MAX_DEPTH) {
      throw cursor.refuse(
          "trop de parenthèses imbriquées",
          "simplifiez-la",
          "too many nested parentheses",
          "simplify it");
    }
    List<RegexNode> branches = new ArrayList<>();
    do {
      branches.add(sequence());
    } while (cursor.takes("|"));
    depth--;
    return branches.size() == 1 ? branches.getFirst() : new RegexNode.Choice(branches);
  }

  private RegexNode sequence() throws Refused {
    List<RegexNode> items = new ArrayList<>();
    skipBlanks();
    while (cursor.more() && !cursor.sees("|") && !cursor.sees(")")) {
      if (cursor.takes("\\Q")) {
        quoted(items);
      } else {
        RegexNode atom = atom();
        skipBlanks();
        if (atom != null) {
          items.add(repeated(atom));
        }
      }
      skipBlanks();
    }
    return items.size() == 1 ? items.getFirst() : new RegexNode.Sequence(items);
  }

  private void quoted(List<RegexNode> items) throws Refused {
    int from = cursor.position();
    String rest = cursor.rest();
    int end = rest.indexOf("\\E");
    String text = end < 0 ? rest : rest.substring(0, end);
    cursor.back(from + (end < 0 ? rest.length() : end + 2));
    for (int point : text.codePoints().toArray()) {
      items.add(literal(point));
    }
    if (!items.isEmpty()) {
      items.add(repeated(items.removeLast()));
    }
  }

  private void skipBlanks() throws Refused {
    while (flags.extended() && cursor.more()) {
      if (cursor.takes("#")) {
        cursor.line();
      } else if (Character.isWhitespace(cursor.peek())) {
        cursor.next();
      } else {
        return;
      }
    }
  }

  private RegexNode.One literal(int point) throws Refused {
    RegexFolding.require(cursor, point, point, flags.insensitive());
    String quoted = RegexEscapes.quote(point);
    return new RegexNode.One(point == '-' ? "-" : quoted, "[^" + quoted + "]", flags.insensitive());
  }

  private RegexNode.One noLineEnd() {
    return new RegexNode.One(".", "\\n", flags.insensitive());
  }

  /// One thing that may be repeated; null for what only changes how the rest is read.
  private @Nullable RegexNode atom() throws Refused {
    int point = cursor.next();
    return switch (point) {
      case '.' ->
          flags.dotAll() ? new RegexNode.One("(?s:.)", "", flags.insensitive()) : noLineEnd();
      case '^' ->
          flags.multiline() ? new RegexNode.Mark("(?m:^)", false) : new RegexNode.Mark("^", true);
      case '$' -> new RegexNode.Mark(flags.multiline() ? "(?m:$)" : "(?:\\n?$)", false);
      case '[' -> RegexClass.read(cursor, flags.insensitive());
      case '(' -> group();
      case '\\' -> escape();
      case '*', '+', '?' ->
          throw cursor.refuse(
              "«\u00a0" + Character.toString(point) + "\u00a0» ne suit rien",
              "mettez une barre inverse devant",
              "'" + Character.toString(point) + "' follows nothing",
              "put a backslash before it");
      default -> literal(point);
    };
  }

  private @Nullable RegexNode escape() throws Refused {
    return switch (RegexEscapes.read(cursor)) {
      case RegexEscapes.Literal(int point) -> literal(point);
      case RegexEscapes.Items(String text) ->
          new RegexNode.One("[" + text + "]", "[^" + text + "]", flags.insensitive());
      case RegexEscapes.Letter(int letter) -> letter(letter);
    };
  }

  private @Nullable RegexNode letter(int letter) throws Refused {
    return switch (letter) {
      case 'b', 'B' -> new RegexNode.Mark("\\" + Character.toString(letter), false);
      case 'A', 'G' -> new RegexNode.Mark("^", true);
      case 'z' -> new RegexNode.Mark("$", false);
      case 'Z' -> new RegexNode.Mark("(?:\\n?$)", false);
      case 'N' -> noLineEnd();
      case 'R' ->
          new RegexNode.Choice(
              List.of(
                  new RegexNode.Sequence(List.of(literal('\r'), literal('\n'))),
                  new RegexNode.One(
                      "[\\n-\\r\\x{85}\\x{2028}\\x{2029}]", "", flags.insensitive())));
      // Where the match begins does not matter, only whether there is one.
      case 'K', 'E' -> null;
      default -> throw cursor.unsupported("\\" + Character.toString(letter));
    };
  }

  private @Nullable RegexNode group() throws Refused {
    if (cursor.sees("*")) {
      throw cursor.unsupported("(*");
    }
    if (!cursor.takes("?")) {
      return closed(flags);
    }
    if (cursor.takes("#")) {
      cursor.until(")");
      return null;
    }
    if (cursor.takes(":") || cursor.takes("|")) {
      return closed(flags);
    }
    if (cursor.takes(">")) {
      return new RegexNode.Atomic(closed(flags));
    }
    if (cursor.takes("=") || cursor.takes("!")) {
      return new RegexNode.Look(true, previousIs('!'), closed(flags));
    }
    if (cursor.takes("<=") || cursor.takes("<!")) {
      return new RegexNode.Look(false, previousIs('!'), closed(flags));
    }
    if (cursor.takes("P<") || cursor.takes("<")) {
      cursor.until(">");
      return closed(flags);
    }
    if (cursor.takes("'")) {
      cursor.until("'");
      return closed(flags);
    }
    return flagged();
  }

  private boolean previousIs(char c) throws Refused {
    int here = cursor.position();
    cursor.back(here - 1);
    return cursor.next() == c;
  }

  /// `(?i)` or `(?i:...)`.
  private @Nullable RegexNode flagged() throws Refused {
    RegexFlags changed = flags;
    boolean on = true;
    while (true) {
      int letter = cursor.next();
      if (letter == ')') {
        flags = changed;
        return null;
      }
      if (letter == ':') {
        return closed(changed);
      }
      if (letter == '-') {
        on = false;
      } else if ("imsxUJn".indexOf(letter) >= 0) {
        changed = changed.with((char) letter, on);
      } else {
        throw cursor.unsupported("(?" + Character.toString(letter));
      }
    }
  }

  /// What stands before the closing parenthesis, read with these flags.
  private RegexNode closed(RegexFlags inside) throws Refused {
    RegexFlags outside = flags;
    flags = inside;
    RegexNode node = choice();
    if (!cursor.takes(")")) {
      throw cursor.refuse(
          "une parenthèse n’est pas fermée",
          "ajoutez «\u00a0)\u00a0» ou écrivez \\(",
          "a parenthesis is not closed",
          "add ')' or write \\(");
    }
    flags = outside;
    return node;
  }

  private RegexNode repeated(RegexNode item) throws Refused {
    RegexNode node = item;
    for (int i = 0; i < 4; i++) {
      skipBlanks();
      int[] bounds = bounds();
      if (bounds.length == 0) {
        return node;
      }
      if (node instanceof RegexNode.Look || node instanceof RegexNode.Mark) {
        throw cursor.refuse(
            "une ancre ne se répète pas",
            "ôtez ce qui la suit",
            "an anchor cannot be repeated",
            "take away what follows it");
      }
      boolean possessive = cursor.takes("+");
      if (!possessive) {
        cursor.takes("?");
      }
      node = new RegexNode.Repeat(node, bounds[0], bounds[1], possessive);
    }
    throw cursor.refuse(
        "trop de répétitions l’une sur l’autre",
        "gardez-en une",
        "too many repetitions of each other",
        "keep one");
  }

  /// The least and the most times; empty when nothing is repeated.
  private int[] bounds() throws Refused {
    if (cursor.takes("*")) {
      return new int[] {0, -1};
    }
    if (cursor.takes("+")) {
      return new int[] {1, -1};
    }
    if (cursor.takes("?")) {
      return new int[] {0, 1};
    }
    int before = cursor.position();
    if (!cursor.takes("{")) {
      return new int[0];
    }
    int least = cursor.number();
    int most = least;
    if (least >= 0 && cursor.takes(",")) {
      most = cursor.sees("}") ? -1 : cursor.number();
      least = most < 0 && !cursor.sees("}") ? -1 : least;
    }
    if (least < 0 || !cursor.takes("}")) {
      cursor.back(before);
      return new int[0];
    }
    if (least > MAX_REPEAT || most > MAX_REPEAT || (most >= 0 && most < least)) {
      throw cursor.refuse(
          "une répétition dépasse 1\u00a0000 ou ses bornes sont à l’envers", "réduisez-la",
          "a repetition is over 1,000 or its bounds are upside down", "make it smaller");
    }
    return new int[] {least, most};
  }
}
