package fr.bastide.print.plot;

import java.util.List;
import java.util.Locale;

/// Writes one SVG picture with the few shapes that paper and pages both know: rectangles, lines,
/// polygons, circles and text. Lengths are in CSS pixels, y downwards.
final class Canvas {

  /// Where a text stands relative to its point.
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /// A point of a line or an outline.
  record Spot(double x, double y) {}

  /// How a text looks.
  ///
  /// @param size height in pixels
  /// @param bold whether it is heavy
  /// @param serif whether it is set in the face of the headings
  /// @param hue its colour
  /// @param anchor where it stands relative to its point
  record Pen(double size, boolean bold, boolean serif, Hue hue, Anchor anchor) {

    static final Pen PLAIN = new Pen(13, false, false, Hue.INK, Anchor.START);

    Pen anchored(Anchor other) {
      return new Pen(size, bold, serif, hue, other);
    }

    Pen sized(double other) {
      return new Pen(other, bold, serif, hue, anchor);
    }

    Pen heavy() {
      return new Pen(size, true, serif, hue, anchor);
    }

    Pen heading() {
      return new Pen(size, true, true, hue, anchor);
    }

    Pen in(Hue other) {
      return new Pen(size, bold, serif, other, anchor);
    }
  }

  private static final String SANS = "system-ui, sans-serif";
  private static final String SERIF =
      "Iowan Old Style, Palatino Linotype, URW Palladio L, P052, Georgia, serif";

  private final int width;
  private final int height;
  private final Palette palette;
  private final StringBuilder body = new StringBuilder(4096);

  Canvas(int width, int height, Palette palette) {
    this.width = width;
    this.height = height;
    this.palette = palette;
  }

  Canvas rect(double x, double y, double w, double h, double radius, Hue fill) {
    open("rect").number("x", x).number("y", y).number("width", w).number("height", h);
    if (radius > 0) {
      number("rx", radius);
    }
    return colour("fill", fill).close();
  }

  Canvas frame(double x, double y, double w, double h, Hue stroke, double thick) {
    open("rect").number("x", x).number("y", y).number("width", w).number("height", h);
    return colour("fill", Hue.NONE).colour("stroke", stroke).number("stroke-width", thick).close();
  }

  Canvas line(Spot from, Spot to, Hue stroke, double thick) {
    open("line").number("x1", from.x()).number("y1", from.y());
    return number("x2", to.x())
        .number("y2", to.y())
        .colour("stroke", stroke)
        .number("stroke-width", thick)
        .close();
  }

  Canvas dashed(Spot from, Spot to, Hue stroke, double thick) {
    open("line").number("x1", from.x()).number("y1", from.y());
    number("x2", to.x()).number("y2", to.y()).colour("stroke", stroke);
    return number("stroke-width", thick).attribute("stroke-dasharray", "4 4").close();
  }

  Canvas path(List<Spot> spots, Hue stroke, double thick) {
    open("polyline").points(spots).colour("fill", Hue.NONE).colour("stroke", stroke);
    return number("stroke-width", thick).attribute("stroke-linejoin", "round").close();
  }

  Canvas area(List<Spot> spots, Hue fill, Hue stroke, double thick) {
    open("polygon").points(spots).colour("fill", fill).colour("stroke", stroke);
    return number("stroke-width", thick).attribute("stroke-linejoin", "round").close();
  }

  Canvas dot(Spot centre, double radius, Hue fill, Hue stroke, double thick) {
    open("circle").number("cx", centre.x()).number("cy", centre.y()).number("r", radius);
    return colour("fill", fill).colour("stroke", stroke).number("stroke-width", thick).close();
  }

  Canvas text(Spot at, String said, Pen pen) {
    open("text").number("x", at.x()).number("y", at.y()).number("font-size", pen.size());
    if (pen.bold()) {
      attribute("font-weight", "600");
    }
    if (pen.serif()) {
      attribute("font-family", SERIF);
    }
    if (pen.anchor() != Anchor.START) {
      attribute("text-anchor", pen.anchor().name().toLowerCase(Locale.ROOT));
    }
    colour("fill", pen.hue());
    body.append('>').append(escaped(said)).append("</text>\n");
    return this;
  }

  /// The whole picture.
  String svg(String id, String title, String description) {
    return String.format(
        Locale.ROOT,
        """
        <svg xmlns="http://www.w3.org/2000/svg" class="plot" viewBox="0 0 %1$d %2$d" width="%1$d" \
        height="%2$d" role="img" aria-labelledby="%3$s-title %3$s-desc" font-family="%4$s">
        <title id="%3$s-title">%5$s</title>
        <desc id="%3$s-desc">%6$s</desc>
            %7$s</svg>
        """,
        width,
        height,
        escaped(id),
        SANS,
        escaped(title),
        escaped(description),
        body);
  }

  /// A text that fits a width at a size, shortened with an ellipsis when it is longer.
  static String fitted(String text, double width, double size) {
    int most = Math.max(2, (int) (width / (size * 0.55)));
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
  }

  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            default -> safe.appendCodePoint(writable(c) ? c : ' ');
          }
        });
    return safe.toString();
  }

  /// Whether XML 1.0 may contain this character.
  private static boolean writable(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c <= 0xd7ff)
        || (c >= 0xe000 && c <= 0xfffd)
        || c >= 0x10000;
  }

  private Canvas open(String element) {
    body.append('<').append(element);
    return this;
  }

  private Canvas number(String name, double value) {
    return attribute(name, finite(name, value));
  }

  private static String finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " is " + value);
    }
    double rounded = Math.rint(value * 100) / 100;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }

  private Canvas colour(String name, Hue hue) {
    return attribute(name, hue.in(palette));
  }

  private Canvas points(List<Spot> spots) {
    StringBuilder written = new StringBuilder(spots.size() * 12);
    for (Spot spot : spots) {
      if (!written.isEmpty()) {
        written.append(' ');
      }
      written.append(finite("x", spot.x())).append(',').append(finite("y", spot.y()));
    }
    return attribute("points", written.toString());
  }

  private Canvas attribute(String name, String value) {
    body.append(' ').append(name).append("=\"").append(value).append('"');
    return this;
  }

  private Canvas close() {
    body.append("/>\n");
    return this;
  }
}
