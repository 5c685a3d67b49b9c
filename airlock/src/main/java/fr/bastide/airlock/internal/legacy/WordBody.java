package fr.bastide.airlock.internal.legacy;

import java.util.ArrayList;
import java.util.List;

/// Writes the running text of a document: paragraphs, runs, tables, pictures, as a reader meets
/// them.
final class WordBody {

  private static final int EMU_PER_TWIP = 635;
  private static final int MOST_TWIPS = 30_000;

  private final Markup xml = new Markup();
  private final List<Boolean> cells = new ArrayList<>();
  private boolean open;
  private boolean lastIsTable;
  private int drawings;
  private int changes;

  void beginParagraph(ParagraphFormat format) {
    endParagraph();
    xml.raw("<w:p>");
    format.write(xml);
    open = true;
    lastIsTable = false;
    if (!cells.isEmpty()) {
      cells.set(cells.size() - 1, true);
    }
  }

  void endParagraph() {
    if (open) {
      xml.raw("</w:p>");
      open = false;
    }
  }

  boolean inParagraph() {
    return open;
  }

  /// Text of one look; tabs and line feeds become what the format has for them.
  void run(String text, RunFormat format) {
    run(text, format, false);
  }

  /// Text that an author has struck out and another has not yet confirmed.
  void deleted(String text, RunFormat format) {
    need();
    xml.raw("<w:del").attribute("w:id", ++changes).attribute("w:author", "–").raw(">");
    run(text, format, true);
    xml.raw("</w:del>");
  }

  private void run(String text, RunFormat format, boolean deleted) {
    if (text.isEmpty()) {
      return;
    }
    need();
    String open = deleted ? "<w:delText xml:space=\"preserve\">" : "<w:t xml:space=\"preserve\">";
    String close = deleted ? "</w:delText>" : "</w:t>";
    xml.raw("<w:r>");
    format.write(xml);
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? '\n' : text.charAt(i);
      if (c == '\n' || c == '\t' || c == '\f') {
        if (i > from) {
          xml.raw(open).text(text.substring(from, i)).raw(close);
        }
        if (i < text.length()) {
          xml.raw(c == '\t' ? "<w:tab/>" : c == '\f' ? "<w:br w:type=\"page\"/>" : "<w:br/>");
        }
        from = i + 1;
      }
    }
    xml.raw("</w:r>");
  }

  void beginLink(String relation) {
    need();
    xml.raw("<w:hyperlink").attribute("r:id", relation).raw(">");
  }

  void endLink() {
    xml.raw("</w:hyperlink>");
  }

  /// A field that only counts: `PAGE` or `NUMPAGES`.
  void count(String field, RunFormat format) {
    need();
    xml.raw("<w:fldSimple").attribute("w:instr", field).raw("><w:r>");
    format.write(xml);
    xml.raw("<w:t>1</w:t></w:r></w:fldSimple>");
  }

  void note(int number) {
    need();
    xml.raw("<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference");
    xml.attribute("w:id", number).raw("/></w:r>");
  }

  /// A picture in the line.
  ///
  /// @param width in twips
  /// @param height in twips
  void picture(String relation, int width, int height) {
    need();
    long across = (long) Math.max(1, Math.min(MOST_TWIPS, width)) * EMU_PER_TWIP;
    long down = (long) Math.max(1, Math.min(MOST_TWIPS, height)) * EMU_PER_TWIP;
    int id = ++drawings;
    xml.raw("<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">");
    xml.raw("<wp:extent").attribute("cx", across).attribute("cy", down).raw("/>");
    xml.raw("<wp:docPr").attribute("id", id).attribute("name", "Image " + id).raw("/>");
    xml.raw("<a:graphic><a:graphicData uri=\"").raw(WordPackage.PICTURE).raw("\"><pic:pic>");
    xml.raw("<pic:nvPicPr><pic:cNvPr").attribute("id", id).attribute("name", "Image " + id);
    xml.raw("/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip").attribute("r:embed", relation);
    xml.raw("/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>");
    xml.raw("<a:off x=\"0\" y=\"0\"/><a:ext").attribute("cx", across).attribute("cy", down);
    xml.raw("/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>");
    xml.raw("</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>");
  }

  /// @param widths of the columns in twips
  void beginTable(List<Integer> widths) {
    endParagraph();
    if (lastIsTable) {
      xml.raw("<w:p/>"); // two tables in a row would become one
    }
    xml.raw("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/><w:tblBorders>");
    for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
      xml.raw("<w:").raw(side).raw(" w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>");
    }
    xml.raw("</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
    for (int width : widths) {
      xml.raw("<w:gridCol").attribute("w:w", Math.max(1, Math.min(MOST_TWIPS, width))).raw("/>");
    }
    xml.raw("</w:tblGrid>");
  }

  void beginRow(boolean header) {
    xml.raw(header ? "<w:tr><w:trPr><w:tblHeader/></w:trPr>" : "<w:tr>");
  }

  /// @param span columns it stands across
  /// @param merge `restart` or `continue` for cells merged downwards, else empty
  /// @param fill `RRGGBB` or empty
  void beginCell(int width, int span, String merge, String fill) {
    xml.raw("<w:tc><w:tcPr><w:tcW").attribute("w:w", Math.max(0, Math.min(MOST_TWIPS, width)));
    xml.raw(" w:type=\"dxa\"/>");
    if (span > 1) {
      xml.raw("<w:gridSpan").attribute("w:val", span).raw("/>");
    }
    if (!merge.isEmpty()) {
      xml.raw("<w:vMerge").attribute("w:val", merge).raw("/>");
    }
    if (!fill.isEmpty()) {
      xml.raw("<w:shd w:val=\"clear\" w:color=\"auto\"").attribute("w:fill", fill).raw("/>");
    }
    xml.raw("</w:tcPr>");
    cells.add(false);
    lastIsTable = false;
  }

  void endCell() {
    endParagraph();
    if (!cells.removeLast() || lastIsTable) {
      xml.raw("<w:p/>"); // a cell ends with a paragraph
    }
    xml.raw("</w:tc>");
  }

  void endRow() {
    xml.raw("</w:tr>");
  }

  void endTable() {
    xml.raw("</w:tbl>");
    lastIsTable = true;
  }

  /// The text of another body, here.
  void include(WordBody other) {
    endParagraph();
    xml.append(other.closed());
    if (!cells.isEmpty()) {
      cells.set(cells.size() - 1, true);
    }
    lastIsTable = false;
  }

  boolean isEmpty() {
    return xml.isEmpty();
  }

  /// What was written, closed.
  Markup closed() {
    endParagraph();
    if (lastIsTable || xml.isEmpty()) {
      xml.raw("<w:p/>");
      lastIsTable = false;
    }
    return xml;
  }

  private void need() {
    if (!open) {
      beginParagraph(ParagraphFormat.PLAIN);
    }
  }
}
