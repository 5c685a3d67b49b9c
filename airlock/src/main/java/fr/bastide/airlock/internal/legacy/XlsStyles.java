package fr.bastide.airlock.internal.legacy;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFPalette;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;

/// The looks of cells of an old workbook as SpreadsheetML: number formats, fonts, fills, borders,
/// alignment, under the same indexes as in the old one.
final class XlsStyles {

  private static final int FIRST_OWN_FORMAT = 164;
  private static final int MOST_BUILT_IN = 49;

  private final HSSFWorkbook book;
  private final HSSFPalette palette;
  private final Map<String, Integer> formats = new LinkedHashMap<>();
  private final Map<String, Integer> fills = new LinkedHashMap<>();
  private final Map<String, Integer> borders = new LinkedHashMap<>();

  XlsStyles(HSSFWorkbook book) {
    this.book = book;
    this.palette = book.getCustomPalette();
    fills.put("<fill><patternFill patternType=\"none\"/></fill>", 0);
    fills.put("<fill><patternFill patternType=\"gray125\"/></fill>", 1);
    borders.put("<border><left/><right/><top/><bottom/><diagonal/></border>", 0);
  }

  Markup markup() {
    Markup looks = new Markup();
    int styles = book.getNumCellStyles();
    for (int i = 0; i < styles; i++) {
      try {
        look(book.getCellStyleAt(i), looks);
      } catch (IllegalStateException | IndexOutOfBoundsException missing) {
        looks.raw("<xf/>"); // the book counts more looks than it has
      }
    }
    Markup xml = new Markup().raw("<styleSheet").raw(SheetBook.NAMESPACES).raw(">");
    if (!formats.isEmpty()) {
      xml.raw("<numFmts").attribute("count", formats.size()).raw(">");
      formats.forEach((code, id) ->
          xml.raw("<numFmt").attribute("numFmtId", id).attribute("formatCode", code).raw("/>"));
      xml.raw("</numFmts>");
    }
    xml.raw("<fonts>");
    // Fonts are numbered without the number 4 (MS-XLS 2.5.129): the last one's is their count.
    for (int i = 0; i <= book.getNumberOfFonts(); i++) {
      try {
        font(book.getFontAt(i), xml, "name");
      } catch (IllegalStateException | IndexOutOfBoundsException missing) {
        xml.raw("<font><sz val=\"10\"/><name val=\"Arial\"/></font>"); // counted, but not there
      }
    }
    xml.raw("</fonts><fills>");
    fills.keySet().forEach(xml::raw);
    xml.raw("</fills><borders>");
    borders.keySet().forEach(xml::raw);
    xml.raw("</borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs>");
    xml.append(looks).raw(styles == 0 ? "<xf/>" : "");
    xml.raw("</cellXfs><cellStyles count=\"1\">");
    return xml.raw(
        "<cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>");
  }

  private void look(HSSFCellStyle style, Markup xml) {
    int font = Math.min(style.getFontIndex(), book.getNumberOfFonts());
    xml.raw("<xf").attribute("numFmtId", format(style)).attribute("fontId", font);
    xml.attribute("fillId", fill(style)).attribute("borderId", border(style));
    xml.raw(" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\"");
    xml.raw(" applyBorder=\"1\" applyAlignment=\"1\"><alignment");
    HorizontalAlignment across = style.getAlignment();
    if (across != HorizontalAlignment.GENERAL) {
      xml.attribute("horizontal", camel(across.name()));
    }
    VerticalAlignment down = style.getVerticalAlignment();
    if (down != VerticalAlignment.BOTTOM) {
      xml.attribute("vertical", camel(down.name()));
    }
    int turned = style.getRotation();
    if (turned != 0) {
      xml.attribute("textRotation", turned < 0 ? 90 - turned : Math.min(255, turned));
    }
    if (style.getWrapText()) {
      xml.attribute("wrapText", 1);
    }
    if (style.getIndention() > 0) {
      xml.attribute("indent", style.getIndention());
    }
    xml.raw("/></xf>");
  }

  private int format(HSSFCellStyle style) {
    String code = style.getDataFormatString(book);
    int id = style.getDataFormat();
    if (code == null || code.equalsIgnoreCase("General")) {
      return 0;
    }
    if (id <= MOST_BUILT_IN && code.equals(BuiltinFormats.getBuiltinFormat(id))) {
      return id;
    }
    return formats.computeIfAbsent(code, _ -> FIRST_OWN_FORMAT + formats.size());
  }

  private int fill(HSSFCellStyle style) {
    FillPatternType pattern = style.getFillPattern();
    if (pattern == FillPatternType.NO_FILL) {
      return 0;
    }
    String fill =
        "<fill><patternFill patternType=\""
            + pattern(pattern)
            + "\">"
            + colour("fgColor", style.getFillForegroundColor())
            + colour("bgColor", style.getFillBackgroundColor())
            + "</patternFill></fill>";
    return fills.computeIfAbsent(fill, _ -> fills.size());
  }

  private static String pattern(FillPatternType pattern) {
    return switch (pattern) {
      case SOLID_FOREGROUND -> "solid";
      case FINE_DOTS -> "mediumGray";
      case ALT_BARS -> "darkGray";
      case SPARSE_DOTS -> "lightGray";
      case LESS_DOTS -> "gray125";
      case LEAST_DOTS -> "gray0625";
      default -> "lightGray";
    };
  }

  private int border(HSSFCellStyle style) {
    String border =
        "<border>"
            + side("left", style.getBorderLeft(), style.getLeftBorderColor())
            + side("right", style.getBorderRight(), style.getRightBorderColor())
            + side("top", style.getBorderTop(), style.getTopBorderColor())
            + side("bottom", style.getBorderBottom(), style.getBottomBorderColor())
            + "<diagonal/></border>";
    return borders.computeIfAbsent(border, _ -> borders.size());
  }

  private String side(String name, BorderStyle style, short colour) {
    if (style == BorderStyle.NONE) {
      return "<" + name + "/>";
    }
    return "<"
        + name
        + " style=\""
        + camel(style.name())
        + "\">"
        + colour("color", colour)
        + "</"
        + name
        + ">";
  }

  /// The font of a number as the properties of a run; nothing when the book has none of that
  /// number.
  void run(int index, Markup xml) {
    try {
      font(book.getFontAt(index), xml, "rFont");
    } catch (IllegalStateException | IndexOutOfBoundsException missing) {
      xml.raw("");
    }
  }

  /// A font, or with `rFont` the properties of a run.
  private void font(HSSFFont font, Markup xml, String nameElement) {
    String around = nameElement.equals("name") ? "font" : "rPr";
    xml.raw("<").raw(around).raw(">");
    xml.raw(font.getBold() ? "<b/>" : "").raw(font.getItalic() ? "<i/>" : "");
    xml.raw(font.getStrikeout() ? "<strike/>" : "");
    xml.raw(font.getUnderline() != 0 ? "<u/>" : "");
    if (font.getTypeOffset() != 0) {
      xml.raw(
          font.getTypeOffset() == 1
              ? "<vertAlign val=\"superscript\"/>"
              : "<vertAlign val=\"subscript\"/>");
    }
    xml.raw("<sz").attribute("val", Math.max(1, Math.min(409, font.getFontHeightInPoints())));
    xml.raw("/>").raw(colour("color", font.getColor()));
    xml.raw("<").raw(nameElement).attribute("val", font.getFontName()).raw("/>");
    xml.raw("</").raw(around).raw(">");
  }

  private String colour(String element, short index) {
    HSSFColor colour =
        index == HSSFColor.HSSFColorPredefined.AUTOMATIC.getIndex()
            ? null
            : palette.getColor(index);
    if (colour == null || index == HSSFFont.COLOR_NORMAL) {
      return "";
    }
    short[] rgb = colour.getTriplet();
    int value = ((rgb[0] & 0xff) << 16) | ((rgb[1] & 0xff) << 8) | (rgb[2] & 0xff);
    return "<"
        + element
        + " rgb=\"FF"
        + HexFormat.of().withUpperCase().toHexDigits(value, 6)
        + "\"/>";
  }

  private static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    boolean upper = false;
    for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      if (c == '_') {
        upper = true;
      } else {
        camel.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return camel.toString();
  }
}
