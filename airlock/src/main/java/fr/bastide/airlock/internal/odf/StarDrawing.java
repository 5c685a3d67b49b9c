package fr.bastide.airlock.internal.odf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// An SVG drawing that grows by one line, area or word after the other.
final class StarDrawing {

  /// Lines without a width are drawn as a part of the whole.
  private static final int HAIR = 600;

  private static final int MOST_SAVED = 1_000;
  private static final int TOP = 0;
  private static final int BOTTOM = 2;

  private record State(
      Optional<Integer> stroke, Optional<Integer> fill, int ink, int align, StarFont font) {}

  private final StringBuilder out = new StringBuilder();
  private final Deque<State> saved = new ArrayDeque<>();
  private final int hair;
  private State state = new State(Optional.of(0), Optional.of(0xffffff), 0, TOP, StarFont.PLAIN);

  StarDrawing(int left, int top, int width, int height) {
    this.hair = Math.max(1, Math.min(width, height) / HAIR);
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"")
        .append(width / 100.0)
        .append("mm\" height=\"")
        .append(height / 100.0)
        .append("mm\" viewBox=\"")
        .append(left + " " + top + " " + width + " " + height)
        .append("\">\n");
  }

  String svg() {
    return out + "</svg>\n";
  }

  void push() {
    if (saved.size() < MOST_SAVED) {
      saved.push(state);
    }
  }

  void pop() {
    if (!saved.isEmpty()) {
      state = saved.pop();
    }
  }

  void stroke(Optional<Integer> colour) {
    state = new State(colour, state.fill, state.ink, state.align, state.font);
  }

  void fill(Optional<Integer> colour) {
    state = new State(state.stroke, colour, state.ink, state.align, state.font);
  }

  void ink(int colour) {
    state = new State(state.stroke, state.fill, colour, state.align, state.font);
  }

  void align(int align) {
    state = new State(state.stroke, state.fill, state.ink, align, state.font);
  }

  void font(StarFont font) {
    state = new State(state.stroke, state.fill, state.ink, state.align, font);
  }

  void line(List<StarPoint> points, int width) {
    if (state.stroke.isPresent()) {
      out.append("<path d=\"");
      path(points);
      out.append("\" fill=\"none\"");
      outline(width);
      out.append("/>\n");
    }
  }

  /// Areas of which one may be a hole in another.
  ///
  /// @param transparency in percent
  void area(List<List<StarPoint>> areas, int transparency) {
    out.append("<path d=\"");
    for (List<StarPoint> area : areas) {
      path(area);
      out.append('Z');
    }
    out.append("\" fill-rule=\"evenodd\"");
    inside(transparency);
    outline(0);
    out.append("/>\n");
  }

  void rectangle(int left, int top, int right, int bottom) {
    out.append("<rect");
    number("x", Math.min(left, right));
    number("y", Math.min(top, bottom));
    number("width", Math.abs((long) right - left));
    number("height", Math.abs((long) bottom - top));
    inside(0);
    outline(0);
    out.append("/>\n");
  }

  void ellipse(int left, int top, int right, int bottom) {
    out.append("<ellipse");
    number("cx", ((long) left + right) / 2);
    number("cy", ((long) top + bottom) / 2);
    number("rx", Math.abs((long) right - left) / 2);
    number("ry", Math.abs((long) bottom - top) / 2);
    inside(0);
    outline(0);
    out.append("/>\n");
  }

  /// @param length that the words fill; 0 when it follows from the font
  void text(StarPoint at, String words, int length) {
    if (words.isBlank()) {
      return;
    }
    StarFont font = state.font;
    long size = Math.max(1, Math.abs((long) font.size()));
    long y =
        switch (state.align) {
          case TOP -> at.y() + size * 9 / 10;
          case BOTTOM -> at.y() - size / 5;
          default -> at.y();
        };
    out.append("<text");
    number("x", at.x());
    number("y", y);
    out.append(" font-family=\"").append(font.plainFamily()).append('"');
    number("font-size", size);
    out.append(font.bold() ? " font-weight=\"bold\"" : "");
    out.append(font.slanted() ? " font-style=\"italic\"" : "");
    out.append(" fill=\"").append(colour(state.ink)).append('"');
    if (length > 0) {
      number("textLength", length);
      out.append(" lengthAdjust=\"spacingAndGlyphs\"");
    }
    if (font.turn() % 3600 != 0) {
      out.append(" transform=\"rotate(")
          .append(-font.turn() / 10.0 + " " + at.x() + " " + at.y())
          .append(")\"");
    }
    out.append('>');
    words.codePoints().forEach(this::letter);
    out.append("</text>\n");
  }

  private void letter(int c) {
    switch (c) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      default -> {
        boolean writable =
            c >= ' '
                && (c < 0x7f || c > 0x9f)
                && c != 0xfffe
                && c != 0xffff
                && Character.getType(c) != Character.SURROGATE;
        out.appendCodePoint(writable ? c : ' ');
      }
    }
  }

  private void path(List<StarPoint> points) {
    for (int i = 0; i < points.size(); i++) {
      StarPoint point = points.get(i);
      boolean curve =
          point.control() && i + 2 < points.size() && i > 0 && points.get(i + 1).control();
      out.append(i == 0 ? "M" : curve ? "C" : "L").append(point.x() + " " + point.y());
      if (curve) {
        for (StarPoint next : List.of(points.get(i + 1), points.get(i + 2))) {
          out.append(' ').append(next.x() + " " + next.y());
        }
        i += 2;
      }
    }
  }

  private void inside(int transparency) {
    out.append(" fill=\"").append(state.fill.map(StarDrawing::colour).orElse("none")).append('"');
    if (transparency > 0 && transparency <= 100) {
      out.append(" fill-opacity=\"").append((100 - transparency) / 100.0).append('"');
    }
  }

  private void outline(int width) {
    out.append(" stroke=\"")
        .append(state.stroke.map(StarDrawing::colour).orElse("none"))
        .append('"');
    if (state.stroke.isPresent()) {
      number("stroke-width", Math.max(width, hair));
    }
  }

  private void number(String name, long value) {
    out.append(' ').append(name).append("=\"").append(value).append('"');
  }

  private static String colour(int colour) {
    return "#%06x".formatted(colour & 0xffffff);
  }
}
