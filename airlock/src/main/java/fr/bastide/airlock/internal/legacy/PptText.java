package fr.bastide.airlock.internal.legacy;

import java.awt.Color;
import java.util.Optional;
import org.apache.poi.hslf.usermodel.HSLFTextParagraph;
import org.apache.poi.hslf.usermodel.HSLFTextRun;
import org.apache.poi.hslf.usermodel.HSLFTextShape;
import org.apache.poi.sl.usermodel.PaintStyle;
import org.apache.poi.sl.usermodel.TextParagraph;
import org.apache.poi.sl.usermodel.VerticalAlignment;

/// Writes the text of a shape of an old slide, each run with its own look.
final class PptText {

  private static final int MOST_LEVEL = 8;

  private final String part;
  private final OpcWriting opc;
  private final Links links;
  private final Markup xml;

  PptText(String part, OpcWriting opc, Links links, Markup xml) {
    this.part = part;
    this.opc = opc;
    this.links = links;
    this.xml = xml;
  }

  static String plain(HSLFTextShape shape) {
    String text = shape.getRawText();
    return text == null ? "" : text;
  }

  void write(HSLFTextShape shape) {
    xml.raw("<p:txBody><a:bodyPr");
    xml.raw(shape.getWordWrap() ? " wrap=\"square\"" : " wrap=\"none\"");
    xml.attribute("lIns", PptShapes.emu(shape.getLeftInset()));
    xml.attribute("tIns", PptShapes.emu(shape.getTopInset()));
    xml.attribute("rIns", PptShapes.emu(shape.getRightInset()));
    xml.attribute("bIns", PptShapes.emu(shape.getBottomInset()));
    VerticalAlignment down = shape.getVerticalAlignment();
    xml.attribute(
        "anchor",
        down == VerticalAlignment.MIDDLE ? "ctr" : down == VerticalAlignment.BOTTOM ? "b" : "t");
    xml.raw("><a:normAutofit/></a:bodyPr>");
    for (HSLFTextParagraph paragraph : shape.getTextParagraphs()) {
      paragraph(paragraph, "");
    }
    xml.raw("</p:txBody>");
  }

  /// Other words in the look of a shape: a footer in the place that the master keeps for it.
  void write(HSLFTextShape shape, String words) {
    xml.raw("<p:txBody><a:bodyPr/>");
    if (!shape.getTextParagraphs().isEmpty()) {
      paragraph(shape.getTextParagraphs().getFirst(), words);
    }
    xml.raw("</p:txBody>");
  }

  private void paragraph(HSLFTextParagraph paragraph, String instead) {
    xml.raw("<a:p><a:pPr");
    Double margin = paragraph.getLeftMargin();
    Double indent = paragraph.getIndent();
    double left = margin == null ? 0 : margin;
    double first = indent == null ? left : indent;
    xml.attribute("marL", Math.max(0, Math.min(51_206_400, PptShapes.emu(left))));
    xml.attribute("indent", PptShapes.emu(first - left));
    xml.attribute("lvl", Math.max(0, Math.min(MOST_LEVEL, paragraph.getIndentLevel())));
    xml.attribute("algn", alignment(paragraph.getTextAlign())).raw(">");
    spacing("lnSpc", paragraph.getLineSpacing());
    spacing("spcBef", paragraph.getSpaceBefore());
    spacing("spcAft", paragraph.getSpaceAfter());
    if (paragraph.isBullet()) {
      Character bullet = paragraph.getBulletChar();
      boolean readable = bullet != null && bullet > ' ' && bullet < '\ue000';
      xml.raw("<a:buChar")
          .attribute("char", readable ? String.valueOf(bullet) : "\u2022")
          .raw("/>");
    } else {
      xml.raw("<a:buNone/>");
    }
    xml.raw("</a:pPr>");
    if (!instead.isEmpty() && !paragraph.getTextRuns().isEmpty()) {
      piece(paragraph.getTextRuns().getFirst(), instead);
    } else {
      paragraph.getTextRuns().forEach(this::run);
    }
    xml.raw("</a:p>");
  }

  /// Distances are told in percent of a line, or, when negative, in points.
  private void spacing(String name, Double value) {
    if (value == null || value == 0 || !Double.isFinite(value) || Math.abs(value) > 1000) {
      return;
    }
    xml.raw("<a:").raw(name).raw(">");
    if (value > 0) {
      xml.raw("<a:spcPct").attribute("val", Math.round(value * 1000)).raw("/>");
    } else {
      xml.raw("<a:spcPts").attribute("val", Math.round(-value * 100)).raw("/>");
    }
    xml.raw("</a:").raw(name).raw(">");
  }

  private static String alignment(TextParagraph.TextAlign align) {
    return switch (align) {
      case CENTER -> "ctr";
      case RIGHT -> "r";
      case JUSTIFY, JUSTIFY_LOW -> "just";
      case null, default -> "l";
    };
  }

  private void run(HSLFTextRun run) {
    String text = run.getRawText();
    if (text == null) {
      return;
    }
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? '\r' : text.charAt(i);
      if (c == '\u000b' || c == '\r' || c == '\n') {
        if (i > from) {
          piece(run, text.substring(from, i));
        }
        if (c == '\u000b') {
          xml.raw("<a:br/>");
        }
        from = i + 1;
      }
    }
  }

  private void piece(HSLFTextRun run, String text) {
    xml.raw("<a:r><a:rPr");
    Double size = run.getFontSize();
    if (size != null && size >= 1 && size <= 4000) {
      xml.attribute("sz", Math.round(size * 100));
    }
    xml.raw(run.isBold() ? " b=\"1\"" : " b=\"0\"").raw(run.isItalic() ? " i=\"1\"" : "");
    xml.raw(run.isUnderlined() ? " u=\"sng\"" : "");
    xml.raw(run.isStrikethrough() ? " strike=\"sngStrike\"" : "");
    int raised = run.getSuperscript();
    if (raised != 0 && Math.abs(raised) <= 100) {
      xml.attribute("baseline", raised * 1000L);
    }
    xml.raw(">");
    PaintStyle.SolidPaint paint = run.getFontColor();
    Color colour = paint == null ? null : paint.getSolidColor().getColor();
    if (colour != null) {
      PptShapes.solid(colour, xml);
    }
    String font = run.getFontFamily();
    if (font != null && !font.isEmpty()) {
      xml.raw("<a:latin").attribute("typeface", font).raw("/>");
    }
    link(run);
    xml.raw("</a:rPr><a:t>").text(text).raw("</a:t></a:r>");
  }

  private void link(HSLFTextRun run) {
    if (run.getHyperlink() == null || run.getHyperlink().getAddress() == null) {
      return;
    }
    String address = run.getHyperlink().getAddress();
    if (address.indexOf(',') > 0 && Character.isDigit(address.charAt(0))) {
      return; // a slide of the presentation
    }
    Optional<String> staying = links.staying(address, part);
    if (staying.isPresent()) {
      xml.raw("<a:hlinkClick");
      xml.attribute("r:id", opc.relateOutside(part, "hyperlink", staying.get())).raw("/>");
    }
  }
}
