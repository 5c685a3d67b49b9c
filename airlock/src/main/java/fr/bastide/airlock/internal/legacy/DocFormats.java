package fr.bastide.airlock.internal.legacy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.Ffn;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Paragraph;

/// The looks of paragraphs and runs of a Word document, as far as they are kept.
final class DocFormats {

  /// Highlighting by its number (MS-DOC 2.9.119, Ico).
  private static final List<String> COLOURS =
      List.of(
          "",
          "black",
          "blue",
          "cyan",
          "green",
          "magenta",
          "red",
          "yellow",
          "white",
          "darkBlue",
          "darkCyan",
          "darkGreen",
          "darkMagenta",
          "darkRed",
          "darkYellow",
          "darkGray",
          "lightGray");

  /// The same as red, green, blue.
  private static final List<String> SHADES =
      List.of(
          "", "000000", "0000FF", "00FFFF", "00FF00", "FF00FF", "FF0000", "FFFF00", "FFFFFF",
          "000080", "008080", "008000", "800080", "800000", "808000", "808080", "C0C0C0");

  private static final List<String> ALIGNMENTS = List.of("left", "center", "right", "both");

  private DocFormats() {}

  static ParagraphFormat of(Paragraph paragraph, int list, HWPFDocument document) {
    int justification = paragraph.getJustification();
    int line = paragraph.getLineSpacing() == null ? 0 : paragraph.getLineSpacing().toInt();
    // MS-DOC 2.9.150 (LSPD): the distance in the lower half, whether lines are counted in the
    // upper.
    int distance = (short) line;
    boolean multiple = line >>> 16 == 1;
    return new ParagraphFormat(
        heading(paragraph, document),
        list,
        Math.max(0, Math.min(8, paragraph.getIlvl())),
        justification >= 0 && justification < 4 ? ALIGNMENTS.get(justification) : "left",
        paragraph.getIndentFromLeft(),
        paragraph.getIndentFromRight(),
        paragraph.getFirstLineIndent(),
        paragraph.getSpacingBefore(),
        paragraph.getSpacingAfter(),
        multiple && distance == 240 ? 0 : distance,
        multiple,
        paragraph.pageBreakBefore());
  }

  private static int heading(Paragraph paragraph, HWPFDocument document) {
    int style = paragraph.getStyleIndex();
    if (style < 0 || style >= document.getStyleSheet().numStyles()) {
      return 0;
    }
    StyleDescription description = document.getStyleSheet().getStyleDescription(style);
    String name = description == null ? null : description.getName();
    if (name == null) {
      return 0;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    boolean title = lower.startsWith("heading ") || lower.startsWith("titre ");
    char level = lower.isEmpty() ? ' ' : lower.charAt(lower.length() - 1);
    return title && level >= '1' && level <= '9' ? level - '0' : 0;
  }

  static RunFormat of(CharacterRun run) {
    int ico = run.getColor();
    int shade = run.getIco24();
    String colour =
        shade >= 0 && shade <= 0xffffff && shade != 0
            ? rgb(shade)
            : ico > 0 && ico < SHADES.size() ? SHADES.get(ico) : "";
    int highlight = run.isHighlighted() ? run.getHighlightedColor() : 0;
    String font = run.getFontName();
    return new RunFormat(
        font == null ? "" : font,
        run.getFontSize(),
        colour,
        highlight > 0 && highlight < COLOURS.size() ? COLOURS.get(highlight) : "",
        run.isBold(),
        run.isItalic(),
        run.getUnderlineCode() != 0,
        run.isStrikeThrough() || run.isDoubleStrikeThrough(),
        run.isSmallCaps(),
        run.isCapitalized(),
        run.isVanished() && !run.isFldVanished(),
        run.getSubSuperScriptIndex() == 1 ? 1 : run.getSubSuperScriptIndex() == 2 ? -1 : 0);
  }

  /// Blue, green, red from the highest byte down.
  private static String rgb(int bgr) {
    int rgb = ((bgr & 0xff) << 16) | (bgr & 0xff00) | ((bgr >> 16) & 0xff);
    return HexFormat.of().withUpperCase().toHexDigits(rgb, 6);
  }

  /// A symbol's character.
  static String symbol(CharacterRun run) {
    Ffn font = run.getSymbolFont();
    String name = font == null ? "" : font.getMainFontName();
    return SymbolLetters.of(run.getSymbolCharacter(), name == null ? "" : name);
  }

  static List<WordLists.Level> levels(HWPFList list) {
    List<WordLists.Level> levels = new ArrayList<>();
    for (char level = 0; level < 9; level++) {
      if (list.getListData() == null || list.getListData().getLevels().length <= level) {
        break;
      }
      StringBuilder text = new StringBuilder();
      String told = list.getNumberText(level);
      for (int i = 0; told != null && i < told.length(); i++) {
        char c = told.charAt(i);
        if (c < 9) {
          text.append('%').append(c + 1);
        } else {
          text.append(c == '%' ? "" : c);
        }
      }
      levels.add(
          new WordLists.Level(
              list.getNumberFormat(level), list.getStartAt(level), text.toString()));
    }
    return levels;
  }
}
