package fr.bastide.airlock.internal.odf;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads metafiles of OpenOffice and LibreOffice (`VCLMTF`), in which these programs keep how a
/// chart or a formula looks, and draws them as SVG: lines, areas and words; anything else they may
/// hold is passed over. Every action tells its length, which bounds what is read of it.
///
/// The numbers of actions are those of vcl/source/gdi, `MetaActionType`.
final class StarMetafile {

  private static final byte[] MARK = "VCLMTF".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_ACTIONS = 50_000;
  private static final int MOST_SIDE = 10_000_000;
  private static final int UTF_16 = 0xffff;
  private static final int UTF_8 = 76;
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final int CONTROL_POINT = 2;

  private final StarDrawing drawing;
  private ByteBuffer in = ByteBuffer.allocate(0);
  private int version;
  private int charset = UTF_8;

  private StarMetafile(StarDrawing drawing) {
    this.drawing = drawing;
  }

  static boolean isOne(byte[] bytes) {
    return bytes.length > MARK.length
        && java.util.Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
  }

  /// The same as SVG; empty when it is not well formed.
  static Optional<String> svg(byte[] bytes) {
    try {
      ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      file.position(MARK.length);
      ByteBuffer head = block(file);
      head.getInt(); // how the stream is packed: it is not
      ByteBuffer mode = block(head);
      mode.getShort(); // the unit: the frame of the document tells the size
      int left = -mode.getInt();
      int top = -mode.getInt();
      int width = head.getInt();
      int height = head.getInt();
      int actions = head.getInt();
      if (width < 1 || height < 1 || width > MOST_SIDE || height > MOST_SIDE) {
        return Optional.empty();
      }
      StarMetafile read = new StarMetafile(new StarDrawing(left, top, width, height));
      for (int i = 0; i < Math.min(actions, MOST_ACTIONS) && file.remaining() >= 8; i++) {
        int type = file.getShort() & 0xffff;
        read.version = file.getShort(file.position()) & 0xffff;
        read.in = block(file);
        read.action(type);
      }
      return Optional.of(read.drawing.svg());
    } catch (BufferUnderflowException | IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  /// What stands in a block, that is told by its version and its length.
  private static ByteBuffer block(ByteBuffer from) {
    from.getShort();
    int length = from.getInt();
    if (length < 0 || length > from.remaining()) {
      throw new IllegalArgumentException("a block longer than the file");
    }
    ByteBuffer block = from.slice(from.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    from.position(from.position() + length);
    return block;
  }

  private void action(int type) {
    switch (type) {
      case 102 -> {
        List<StarPoint> ends = List.of(point(), point());
        drawing.line(ends, version > 1 ? lineWidth() : 0);
      }
      case 103, 104 -> drawing.rectangle(in.getInt(), in.getInt(), in.getInt(), in.getInt());
      case 105 -> drawing.ellipse(in.getInt(), in.getInt(), in.getInt(), in.getInt());
      case 109 -> polyline();
      case 110 -> drawing.area(List.of(polygon()), 0);
      case 111 -> drawing.area(polygons(true), 0);
      case 142 -> {
        List<List<StarPoint>> areas = polygons(false);
        drawing.area(areas, in.getShort());
      }
      case 112, 113, 114 -> text(type);
      case 132 -> drawing.stroke(colour());
      case 133 -> drawing.fill(colour());
      case 134 -> drawing.ink(in.getInt());
      case 136 -> drawing.align(in.getShort());
      case 138 -> font();
      case 139 -> drawing.push();
      case 140 -> drawing.pop();
      default -> {
        // clippings, comments, bitmaps, gradients, of which plain areas stand beside
      }
    }
  }

  private StarPoint point() {
    return new StarPoint(in.getInt(), in.getInt(), false);
  }

  /// A colour; empty when nothing is drawn with it.
  private Optional<Integer> colour() {
    int colour = in.getInt();
    return in.get() != 0 ? Optional.of(colour) : Optional.empty();
  }

  private int lineWidth() {
    ByteBuffer line = block(in);
    line.getShort(); // dashes are drawn as whole lines
    return line.getInt();
  }

  private void polyline() {
    List<StarPoint> points = plain(in);
    int width = version > 1 ? lineWidth() : 0;
    drawing.line(version > 2 ? curved(points) : points, width);
  }

  private List<StarPoint> polygon() {
    List<StarPoint> points = plain(in);
    return version > 1 ? curved(points) : points;
  }

  /// The same with its curves, where they follow.
  private List<StarPoint> curved(List<StarPoint> plain) {
    return in.hasRemaining() && in.get() != 0 ? withCurves(block(in)) : plain;
  }

  private List<List<StarPoint>> polygons(boolean mayBeCurved) {
    int count = in.getShort() & 0xffff;
    List<List<StarPoint>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(plain(in));
    }
    if (mayBeCurved && version > 1) {
      int curved = in.getShort() & 0xffff;
      for (int i = 0; i < curved; i++) {
        int index = in.getShort() & 0xffff;
        List<StarPoint> points = withCurves(block(in));
        if (index < all.size()) {
          all.set(index, points);
        }
      }
    }
    return all;
  }

  private static List<StarPoint> plain(ByteBuffer from) {
    int count = from.getShort() & 0xffff;
    if (count > from.remaining() / 8) {
      throw new IllegalArgumentException("more points than bytes");
    }
    List<StarPoint> points = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      points.add(new StarPoint(from.getInt(), from.getInt(), false));
    }
    return points;
  }

  private static List<StarPoint> withCurves(ByteBuffer from) {
    List<StarPoint> points = plain(from);
    if (from.hasRemaining() && from.get() != 0) {
      for (int i = 0; i < points.size(); i++) {
        StarPoint point = points.get(i);
        points.set(i, new StarPoint(point.x(), point.y(), from.get() == CONTROL_POINT));
      }
    }
    return points;
  }

  private void text(int type) {
    StarPoint at = point();
    String whole = string();
    int stretched = type == 114 ? in.getInt() : 0;
    int first = in.getShort() & 0xffff;
    int length = in.getShort() & 0xffff;
    if (type == 113) {
      int advances = in.getInt();
      if (advances < 0 || advances > in.remaining() / 4) {
        throw new IllegalArgumentException("more advances than bytes");
      }
      for (int i = 0; i < advances; i++) {
        stretched = in.getInt();
      }
    }
    if (version > 1 && in.remaining() >= 2) {
      whole = characters(in.getShort() & 0xffff, 2, StandardCharsets.UTF_16LE);
    }
    int from = Math.min(first, whole.length());
    drawing.text(at, whole.substring(from, Math.min(whole.length(), from + length)), stretched);
  }

  /// A text in the encoding that the last font told.
  private String string() {
    if (charset == UTF_16) {
      return characters(in.getInt(), 2, StandardCharsets.UTF_16LE);
    }
    return characters(
        in.getShort() & 0xffff, 1, charset == UTF_8 ? StandardCharsets.UTF_8 : WESTERN);
  }

  private String characters(int count, int size, Charset charset) {
    if (count < 0 || count > in.remaining() / size) {
      throw new IllegalArgumentException("more letters than bytes");
    }
    byte[] bytes = new byte[count * size];
    in.get(bytes);
    return new String(bytes, charset);
  }

  private void font() {
    in = block(in);
    String family = characters(in.getShort() & 0xffff, 1, StandardCharsets.UTF_8);
    characters(in.getShort() & 0xffff, 1, StandardCharsets.UTF_8);
    in.getInt();
    int size = in.getInt();
    charset = in.getShort() & 0xffff;
    in.getInt(); // family and pitch
    int weight = in.getShort();
    in.getInt(); // underlined and struck out
    boolean slanted = in.getShort() != 0;
    in.getInt(); // language and width
    drawing.font(new StarFont(family, size, weight > 5, slanted, in.getShort()));
  }
}
