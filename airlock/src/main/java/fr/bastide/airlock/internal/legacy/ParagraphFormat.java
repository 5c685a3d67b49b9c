package fr.bastide.airlock.internal.legacy;

/// How a paragraph stands. Lengths are in twentieths of a point.
///
/// @param heading 1 to 9 for a title of that level, 0 for text
/// @param list the list's number in the document, from 1; 0 for none
/// @param level the level in the list, from 0
/// @param alignment `left`, `center`, `right` or `both`
/// @param first indent of the first line against the others; negative for a hanging one
/// @param line distance of lines as ECMA-376 has it: 240ths of a line when `multiple`
record ParagraphFormat(
    int heading,
    int list,
    int level,
    String alignment,
    int left,
    int right,
    int first,
    int before,
    int after,
    int line,
    boolean multiple,
    boolean newPage) {

  static final ParagraphFormat PLAIN =
      new ParagraphFormat(0, 0, 0, "left", 0, 0, 0, 0, 0, 0, true, false);

  private static final int MOST = 31_680;

  /// The properties as WordprocessingML, in the order its schema asks for; nothing when plain.
  void write(Markup xml) {
    if (equals(PLAIN)) {
      return;
    }
    xml.raw("<w:pPr>");
    if (heading > 0) {
      xml.raw("<w:pStyle").attribute("w:val", "Heading" + heading).raw("/>");
    }
    if (newPage) {
      xml.raw("<w:pageBreakBefore/>");
    }
    if (list > 0) {
      xml.raw("<w:numPr><w:ilvl").attribute("w:val", level).raw("/><w:numId");
      xml.attribute("w:val", list).raw("/></w:numPr>");
    }
    if (before != 0 || after != 0 || line != 0) {
      xml.raw("<w:spacing").attribute("w:before", positive(before));
      xml.attribute("w:after", positive(after));
      if (line != 0) {
        xml.attribute("w:line", Math.min(MOST, Math.abs(line)));
        xml.attribute("w:lineRule", multiple ? "auto" : line < 0 ? "exact" : "atLeast");
      }
      xml.raw("/>");
    }
    if (left != 0 || right != 0 || first != 0) {
      xml.raw("<w:ind").attribute("w:left", bounded(left)).attribute("w:right", bounded(right));
      xml.attribute(first < 0 ? "w:hanging" : "w:firstLine", positive(Math.abs(first))).raw("/>");
    }
    if (!alignment.equals("left")) {
      xml.raw("<w:jc").attribute("w:val", alignment).raw("/>");
    }
    xml.raw("</w:pPr>");
  }

  private static int positive(int length) {
    return Math.max(0, Math.min(MOST, length));
  }

  private static int bounded(int length) {
    return Math.max(-MOST, Math.min(MOST, length));
  }
}
