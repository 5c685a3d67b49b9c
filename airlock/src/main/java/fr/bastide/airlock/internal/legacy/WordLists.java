package fr.bastide.airlock.internal.legacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The numbered and bulleted lists of a Word document.
final class WordLists {

  private static final int MOST_LISTS = 2000;
  private static final List<String> FORMATS =
      List.of("decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal");
  private static final int BULLET = 23;
  private static final int NONE = 255;

  /// One level of a list.
  ///
  /// @param format a number of MS-OSHARED 2.2.1.3 (MSONFC)
  /// @param text what stands before the paragraph, `%1` for the number of the first level
  record Level(int format, int start, String text) {}

  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final List<List<Level>> lists = new ArrayList<>();

  boolean isEmpty() {
    return lists.isEmpty();
  }

  boolean has(int key) {
    return numbers.containsKey(key);
  }

  /// The number of a list in the new document, from 1; 0 past the bound.
  int number(int key, List<Level> levels) {
    if (lists.size() >= MOST_LISTS) {
      return numbers.getOrDefault(key, 0);
    }
    return numbers.computeIfAbsent(
        key,
        _ -> {
          lists.add(List.copyOf(levels));
          return lists.size();
        });
  }

  int number(int key) {
    return numbers.getOrDefault(key, 0);
  }

  Markup markup(String namespaces) {
    Markup xml = new Markup().raw("<w:numbering").raw(namespaces).raw(">");
    for (int i = 0; i < lists.size(); i++) {
      xml.raw("<w:abstractNum").attribute("w:abstractNumId", i + 1).raw(">");
      xml.raw("<w:multiLevelType w:val=\"hybridMultilevel\"/>");
      for (int level = 0; level < Math.min(9, lists.get(i).size()); level++) {
        write(xml, level, lists.get(i).get(level));
      }
      xml.raw("</w:abstractNum>");
    }
    for (int i = 1; i <= lists.size(); i++) {
      xml.raw("<w:num").attribute("w:numId", i).raw("><w:abstractNumId").attribute("w:val", i);
      xml.raw("/></w:num>");
    }
    return xml.raw("</w:numbering>");
  }

  private static void write(Markup xml, int index, Level level) {
    boolean bullet = level.format() == BULLET;
    String format =
        bullet
            ? "bullet"
            : level.format() == NONE
                ? "none"
                : level.format() >= 0 && level.format() < FORMATS.size()
                    ? FORMATS.get(level.format())
                    : "decimal";
    xml.raw("<w:lvl").attribute("w:ilvl", index).raw("><w:start");
    xml.attribute("w:val", Math.max(0, Math.min(32_767, level.start()))).raw("/><w:numFmt");
    xml.attribute("w:val", format).raw("/><w:lvlText");
    xml.attribute("w:val", bullet ? bullet(level.text()) : level.text()).raw("/></w:lvl>");
  }

  /// Bullets of symbol fonts lie in the private area: without the font they would be boxes.
  private static String bullet(String text) {
    char c = text.isEmpty() ? '\u2022' : text.charAt(0);
    boolean readable = c > ' ' && (c < '\u007f' || (c >= '\u00a1' && c < '\ue000'));
    return readable ? String.valueOf(c) : "\u2022";
  }
}
