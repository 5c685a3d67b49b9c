package fr.bastide.airlock.internal.legacy;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// The fonts and colours that rich text declares at its beginning, and the encodings of its bytes.
final class RtfLooks {

  private static final int MOST = 5000;
  private static final List<String> HIGHLIGHTS =
      List.of(
          "",
          "black",
          "blue",
          "cyan",
          "green",
          "magenta",
          "red",
          "yellow",
          "",
          "darkBlue",
          "darkCyan",
          "darkGreen",
          "darkMagenta",
          "darkRed",
          "darkYellow",
          "darkGray",
          "lightGray");

  private final Map<Integer, String> names = new HashMap<>();
  private final Map<Integer, Charset> charsets = new HashMap<>();
  private final List<String> colours = new ArrayList<>();
  private final StringBuilder name = new StringBuilder();
  private Charset common = Charset.forName("windows-1252");
  private int font;
  private int common2Font;
  private int red = -1;
  private int green;
  private int blue;

  /// A word of the heading or of its tables.
  void word(String word, int number, RtfState.Target target) {
    switch (word) {
      case "ansicpg" -> common = page(number, common);
      case "mac" -> common = Charset.forName("x-MacRoman");
      case "pc" -> common = Charset.forName("IBM437");
      case "pca" -> common = Charset.forName("IBM850");
      case "deff" -> common2Font = number;
      default -> {
        if (target == RtfState.Target.FONTS) {
          font(word, number);
        } else if (target == RtfState.Target.COLOURS) {
          colour(word, number);
        }
      }
    }
  }

  private void font(String word, int number) {
    if (word.equals("f")) {
      font = number;
      name.setLength(0);
    } else if (word.equals("fcharset") && charsets.size() < MOST) {
      charsets.put(font, page(pageOf(number), common));
    }
  }

  private void colour(String word, int number) {
    int value = Math.max(0, Math.min(255, number));
    switch (word) {
      case "red" -> red = value;
      case "green" -> green = value;
      case "blue" -> blue = value;
      default -> {
        // tints of a theme
      }
    }
  }

  /// Characters of a table; `;` ends an entry.
  void text(String text, RtfState.Target target) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ';') {
        if (name.length() < 64) {
          name.append(c);
        }
      } else if (target == RtfState.Target.FONTS) {
        if (names.size() < MOST) {
          names.put(font, name.toString().strip());
        }
        name.setLength(0);
      } else if (colours.size() < MOST) {
        colours.add(
            red < 0
                ? ""
                : HexFormat.of().withUpperCase().toHexDigits(red << 16 | green << 8 | blue, 6));
        red = -1;
        green = 0;
        blue = 0;
        name.setLength(0);
      }
    }
  }

  Charset charset(int of) {
    return charsets.getOrDefault(of < 0 ? common2Font : of, common);
  }

  /// The name of a font of signs; empty for fonts of letters.
  String signs(int of) {
    String told = names.getOrDefault(of, "");
    boolean signs =
        told.equals("Symbol") || told.startsWith("Wingdings") || told.equals("Webdings");
    return signs ? told : "";
  }

  RunFormat format(RtfState state) {
    int f = state.font < 0 ? common2Font : state.font;
    return new RunFormat(
        names.getOrDefault(f, ""),
        state.halfPoints == 0 ? 24 : state.halfPoints,
        state.colour > 0 && state.colour < colours.size() ? colours.get(state.colour) : "",
        state.highlight > 0 && state.highlight < HIGHLIGHTS.size()
            ? HIGHLIGHTS.get(state.highlight)
            : "",
        state.bold,
        state.italic,
        state.underlined,
        state.struck,
        state.smallCapitals,
        state.capitals,
        state.hidden,
        state.rise);
  }

  private static int pageOf(int charset) {
    return switch (charset) {
      case 77 -> 10_000;
      case 128 -> 932;
      case 129 -> 949;
      case 134 -> 936;
      case 136 -> 950;
      case 161 -> 1253;
      case 162 -> 1254;
      case 163 -> 1258;
      case 177 -> 1255;
      case 178 -> 1256;
      case 186 -> 1257;
      case 204 -> 1251;
      case 222 -> 874;
      case 238 -> 1250;
      case 255 -> 850;
      case 254 -> 437;
      case 0 -> 1252;
      default -> 0;
    };
  }

  private static Charset page(int number, Charset otherwise) {
    String charset =
        switch (number) {
          case 932 -> "windows-31j";
          case 936 -> "GBK";
          case 949 -> "x-windows-949";
          case 950 -> "Big5";
          case 874 -> "x-windows-874";
          case 10_000 -> "x-MacRoman";
          case 65_001 -> "UTF-8";
          case 437, 850, 852, 855, 857, 858, 860, 862, 863, 864, 865, 866 -> "IBM" + number;
          case 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258 -> "windows-" + number;
          default -> "";
        };
    return charset.isEmpty() || !Charset.isSupported(charset)
        ? otherwise
        : Charset.forName(charset);
  }
}
