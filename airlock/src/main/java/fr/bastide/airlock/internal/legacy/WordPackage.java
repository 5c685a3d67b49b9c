package fr.bastide.airlock.internal.legacy;

import java.util.ArrayList;
import java.util.List;

/// A Word document in the making: body, header, footer, notes, lists (ECMA-376 part 1).
final class WordPackage {

  static final String DOCUMENT = "word/document.xml";
  static final String PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture";

  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  private static final String NAMESPACES =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
          + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
          + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
          + " xmlns:pic=\""
          + PICTURE
          + "\"";

  /// The paper and its margins, in twips.
  record Page(int width, int height, int top, int bottom, int left, int right) {

    static final Page A4 = new Page(11_906, 16_838, 1417, 1417, 1417, 1417);

    /// This page where it makes sense, A4 where not.
    Page sane() {
      boolean sane =
          width >= 1440
              && width <= 31_680
              && height >= 1440
              && height <= 31_680
              && left >= 0
              && right >= 0
              && left + right < width - 700
              && Math.abs(top) + Math.abs(bottom) < height - 700;
      return sane ? this : A4;
    }
  }

  private final OpcWriting opc;
  private final WordBody body = new WordBody();
  private final List<Markup> notes = new ArrayList<>();
  private final WordLists lists = new WordLists();
  private final Markup ends = new Markup();
  private Page page = Page.A4;
  private boolean ownFirstPage;
  private String font = "Times New Roman";
  private int halfPoints = 20;

  WordPackage(OpcWriting opc) {
    this.opc = opc;
  }

  OpcWriting opc() {
    return opc;
  }

  WordBody body() {
    return body;
  }

  WordLists lists() {
    return lists;
  }

  void page(Page other) {
    this.page = other.sane();
  }

  /// The look of text that tells none of its own.
  void base(String name, int size) {
    this.font = name.isEmpty() ? font : name;
    this.halfPoints = size > 0 ? size : halfPoints;
  }

  /// Adds a note below the page.
  ///
  /// @return its number, for [WordBody#note]
  int note(WordBody text) {
    notes.add(text.closed());
    return notes.size() + 1; // 0 and 1 are the separators
  }

  /// The part that a header or footer is.
  ///
  /// @param kind `header` or `footer`
  static String endPart(String kind, boolean first) {
    return "word/" + kind + (first ? "First.xml" : "1.xml");
  }

  /// The header or the footer of all pages, or of the first alone.
  ///
  /// @param kind `header` or `footer`
  void end(String kind, boolean first, WordBody text) {
    String part = endPart(kind, first);
    String root = kind.equals("header") ? "w:hdr" : "w:ftr";
    Markup xml = new Markup().raw("<").raw(root).raw(NAMESPACES).raw(">").append(text.closed());
    opc.part(part, TYPE + kind + "+xml", xml.raw("</").raw(root).raw(">"));
    ends.raw("<w:").raw(kind).raw("Reference").attribute("w:type", first ? "first" : "default");
    ends.attribute("r:id", opc.relate(DOCUMENT, kind, part.substring("word/".length()))).raw("/>");
  }

  /// Whether the first page has a header and footer of its own, be they empty.
  void ownFirstPage() {
    this.ownFirstPage = true;
  }

  byte[] bytes() {
    opc.relate("", "officeDocument", DOCUMENT);
    opc.relate(DOCUMENT, "styles", "styles.xml");
    opc.part("word/styles.xml", TYPE + "styles+xml", styles());
    if (!lists.isEmpty()) {
      opc.relate(DOCUMENT, "numbering", "numbering.xml");
      opc.part("word/numbering.xml", TYPE + "numbering+xml", lists.markup(NAMESPACES));
    }
    if (!notes.isEmpty()) {
      opc.relate(DOCUMENT, "footnotes", "footnotes.xml");
      opc.part("word/footnotes.xml", TYPE + "footnotes+xml", footnotes());
    }
    Markup xml = new Markup().raw("<w:document").raw(NAMESPACES).raw("><w:body>");
    xml.append(body.closed()).raw("<w:sectPr>").append(ends);
    xml.raw("<w:pgSz").attribute("w:w", page.width()).attribute("w:h", page.height());
    if (page.width() > page.height()) {
      xml.attribute("w:orient", "landscape");
    }
    xml.raw("/><w:pgMar").attribute("w:top", page.top()).attribute("w:right", page.right());
    xml.attribute("w:bottom", page.bottom()).attribute("w:left", page.left());
    xml.raw(" w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/>");
    xml.raw(ownFirstPage ? "<w:titlePg/>" : "").raw("</w:sectPr></w:body></w:document>");
    opc.part(DOCUMENT, TYPE + "document.main+xml", xml);
    return opc.bytes();
  }

  private Markup footnotes() {
    Markup xml = new Markup().raw("<w:footnotes").raw(NAMESPACES).raw(">");
    xml.raw("<w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p>");
    xml.raw("</w:footnote><w:footnote w:type=\"continuationSeparator\" w:id=\"1\"><w:p><w:r>");
    xml.raw("<w:continuationSeparator/></w:r></w:p></w:footnote>");
    for (int i = 0; i < notes.size(); i++) {
      xml.raw("<w:footnote").attribute("w:id", i + 2).raw(">").append(notes.get(i));
      xml.raw("</w:footnote>");
    }
    return xml.raw("</w:footnotes>");
  }

  private Markup styles() {
    Markup xml = new Markup().raw("<w:styles").raw(NAMESPACES).raw("><w:docDefaults>");
    xml.raw("<w:rPrDefault><w:rPr><w:rFonts").attribute("w:ascii", font);
    xml.attribute("w:hAnsi", font).attribute("w:cs", font).raw("/><w:sz");
    xml.attribute("w:val", halfPoints).raw("/><w:szCs").attribute("w:val", halfPoints);
    xml.raw("/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>");
    xml.raw("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">");
    xml.raw("<w:name w:val=\"Normal\"/></w:style>");
    for (int level = 1; level <= 9; level++) {
      xml.raw("<w:style w:type=\"paragraph\" w:styleId=\"Heading").raw(level);
      xml.raw("\"><w:name w:val=\"heading ").raw(level).raw("\"/><w:basedOn w:val=\"Normal\"/>");
      xml.raw("<w:pPr><w:outlineLvl").attribute("w:val", level - 1).raw("/></w:pPr></w:style>");
    }
    return xml.raw("</w:styles>");
  }
}
