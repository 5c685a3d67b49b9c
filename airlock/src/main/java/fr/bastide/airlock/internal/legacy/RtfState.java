package fr.bastide.airlock.internal.legacy;

/// What holds within one group of rich text, and is forgotten at its end.
final class RtfState {

  /// Where the characters of a group go.
  enum Target {
    TEXT,
    FONTS,
    COLOURS,
    FIELD_CODE,
    PICTURE,
    NOWHERE
  }

  Target target = Target.TEXT;
  boolean starred;
  int skipped = 1;
  boolean field;
  boolean fieldResult;
  boolean ownBody;
  String ownKind = "";
  int font = -1;
  int halfPoints;
  int colour;
  int highlight;
  boolean bold;
  boolean italic;
  boolean underlined;
  boolean struck;
  boolean smallCapitals;
  boolean capitals;
  boolean hidden;
  boolean deleted;
  int rise;
  boolean inTable;
  int heading;
  String alignment = "left";
  int left;
  int right;
  int first;
  int before;
  int after;
  int line;
  boolean multiple = true;
  boolean newPage;

  /// The state of a group that opens within this one.
  RtfState inner() {
    RtfState inner = new RtfState();
    inner.target = target;
    inner.skipped = skipped;
    inner.font = font;
    inner.halfPoints = halfPoints;
    inner.colour = colour;
    inner.highlight = highlight;
    inner.bold = bold;
    inner.italic = italic;
    inner.underlined = underlined;
    inner.struck = struck;
    inner.smallCapitals = smallCapitals;
    inner.capitals = capitals;
    inner.hidden = hidden;
    inner.deleted = deleted;
    inner.rise = rise;
    inner.inTable = inTable;
    inner.heading = heading;
    inner.alignment = alignment;
    inner.left = left;
    inner.right = right;
    inner.first = first;
    inner.before = before;
    inner.after = after;
    inner.line = line;
    inner.multiple = multiple;
    inner.newPage = newPage;
    return inner;
  }

  /// A looks word.
  ///
  /// @return whether it was one
  boolean character(String word, int number) {
    boolean on = number != 0;
    switch (word) {
      case "plain" -> plain();
      case "f" -> font = number;
      case "fs" -> halfPoints = Math.max(0, number);
      case "cf" -> colour = number;
      case "highlight" -> highlight = number;
      case "b" -> bold = on;
      case "i" -> italic = on;
      case "ul", "uld", "uldb", "ulw", "ulwave", "ulth", "uldash" -> underlined = on;
      case "ulnone" -> underlined = false;
      case "strike", "striked" -> struck = on;
      case "scaps" -> smallCapitals = on;
      case "caps" -> capitals = on;
      case "v" -> hidden = on;
      case "deleted" -> deleted = on;
      case "super", "up" -> rise = on ? 1 : 0;
      case "sub", "dn" -> rise = on ? -1 : 0;
      case "nosupersub" -> rise = 0;
      default -> {
        return false;
      }
    }
    return true;
  }

  private void plain() {
    halfPoints = 0;
    colour = 0;
    highlight = 0;
    bold = false;
    italic = false;
    underlined = false;
    struck = false;
    smallCapitals = false;
    capitals = false;
    hidden = false;
    rise = 0;
  }

  /// A paragraph word.
  ///
  /// @return whether it was one
  boolean paragraph(String word, int number) {
    switch (word) {
      case "pard" -> pard();
      case "intbl" -> inTable = true;
      case "ql" -> alignment = "left";
      case "qc" -> alignment = "center";
      case "qr" -> alignment = "right";
      case "qj" -> alignment = "both";
      case "li" -> left = number;
      case "ri" -> right = number;
      case "fi" -> first = number;
      case "sb" -> before = number;
      case "sa" -> after = number;
      case "sl" -> line = number;
      case "slmult" -> multiple = number != 0;
      case "pagebb" -> newPage = number != 0;
      case "outlinelevel" -> heading = number >= 0 && number < 9 ? number + 1 : 0;
      default -> {
        return false;
      }
    }
    return true;
  }

  private void pard() {
    inTable = false;
    heading = 0;
    alignment = "left";
    left = 0;
    right = 0;
    first = 0;
    before = 0;
    after = 0;
    line = 0;
    multiple = false;
    newPage = false;
  }

  ParagraphFormat paragraphFormat() {
    int distance = multiple && line == 240 ? 0 : line;
    return new ParagraphFormat(
        heading,
        0,
        0,
        alignment,
        left,
        right,
        first,
        before,
        after,
        distance,
        multiple || distance == 0,
        newPage);
  }
}
