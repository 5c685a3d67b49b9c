package fr.bastide.airlock.internal.legacy;

/// How a run of characters looks.
///
/// @param font its name; empty for the document's
/// @param halfPoints its size; 0 for the document's
/// @param colour `RRGGBB`; empty for automatic
/// @param highlight a name of ECMA-376 ST_HighlightColor; empty for none
/// @param rise 1 above the line, -1 below, 0 on it
record RunFormat(
    String font,
    int halfPoints,
    String colour,
    String highlight,
    boolean bold,
    boolean italic,
    boolean underlined,
    boolean struck,
    boolean smallCapitals,
    boolean capitals,
    boolean hidden,
    int rise) {

  static final RunFormat PLAIN =
      new RunFormat("", 0, "", "", false, false, false, false, false, false, false, 0);

  private static final int MOST_HALF_POINTS = 3276;

  /// The properties as WordprocessingML, in the order its schema asks for; nothing when plain.
  void write(Markup xml) {
    if (equals(PLAIN)) {
      return;
    }
    xml.raw("<w:rPr>");
    if (!font.isEmpty()) {
      xml.raw("<w:rFonts").attribute("w:ascii", font).attribute("w:hAnsi", font);
      xml.attribute("w:cs", font).raw("/>");
    }
    flag(xml, bold, "<w:b/>");
    flag(xml, italic, "<w:i/>");
    flag(xml, capitals, "<w:caps/>");
    flag(xml, smallCapitals && !capitals, "<w:smallCaps/>");
    flag(xml, struck, "<w:strike/>");
    flag(xml, hidden, "<w:vanish/>");
    if (!colour.isEmpty()) {
      xml.raw("<w:color").attribute("w:val", colour).raw("/>");
    }
    if (halfPoints > 0) {
      int size = Math.min(halfPoints, MOST_HALF_POINTS);
      xml.raw("<w:sz").attribute("w:val", size).raw("/><w:szCs").attribute("w:val", size).raw("/>");
    }
    if (!highlight.isEmpty()) {
      xml.raw("<w:highlight").attribute("w:val", highlight).raw("/>");
    }
    flag(xml, underlined, "<w:u w:val=\"single\"/>");
    flag(xml, rise > 0, "<w:vertAlign w:val=\"superscript\"/>");
    flag(xml, rise < 0, "<w:vertAlign w:val=\"subscript\"/>");
    xml.raw("</w:rPr>");
  }

  private static void flag(Markup xml, boolean set, String element) {
    if (set) {
      xml.raw(element);
    }
  }
}
