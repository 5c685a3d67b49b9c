package fr.bastide.airlock.internal.legacy;

import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.Ledger;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hslf.model.HeadersFooters;
import org.apache.poi.hslf.usermodel.HSLFGroupShape;
import org.apache.poi.hslf.usermodel.HSLFPictureData;
import org.apache.poi.hslf.usermodel.HSLFPictureShape;
import org.apache.poi.hslf.usermodel.HSLFShape;
import org.apache.poi.hslf.usermodel.HSLFSimpleShape;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFTextShape;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.ShapeType;

/// Writes the shapes of an old slide as DrawingML; groups are taken apart, each shape placed for
/// itself.
final class PptShapes {

  private static final int MOST_SHAPES = 20_000;
  private static final int MOST_DEPTH = 32;
  private static final double MOST_POINTS = 20_000;

  private final String part;
  private final String where;
  private final OpcWriting opc;
  private final Pictures pictures;
  private final Workbench bench;
  private final Ledger ledger;
  private final Markup xml;
  private final PptText text;
  private int count = 10;
  private boolean titled;

  PptShapes(
      String part,
      String where,
      OpcWriting opc,
      Pictures pictures,
      Workbench bench,
      Ledger ledger,
      Markup xml) {
    this.part = part;
    this.where = where;
    this.opc = opc;
    this.pictures = pictures;
    this.bench = bench;
    this.ledger = ledger;
    this.xml = xml;
    this.text = new PptText(part, opc, new Links(bench.policy().links(), ledger), xml);
  }

  /// @param decoration whether these are a master's, whose places to fill are not shown
  void write(List<HSLFShape> shapes, boolean decoration) {
    write(shapes, decoration, new AffineTransform(), 0);
  }

  private void write(
      List<HSLFShape> shapes, boolean decoration, AffineTransform transform, int depth) {
    for (HSLFShape shape : shapes) {
      bench.parts(1);
      if (++count > MOST_SHAPES) {
        return;
      }
      if (decoration && isPlace(shape)) {
        continue;
      }
      int before = xml.length();
      try {
        shape(shape, decoration, transform, depth);
      } catch (IllegalArgumentException
          | IllegalStateException
          | ClassCastException
          | IndexOutOfBoundsException
          | NullPointerException broken) {
        // The library throws these on broken shapes: the others remain.
        if (xml.length() != before) {
          throw broken;
        }
        ledger.add(Threat.UNKNOWN_PART, where);
      }
    }
  }

  /// The footer, number or date of a slide, in the place that its master keeps for it.
  void ends(HSLFSlide slide, List<HSLFShape> places) {
    HeadersFooters told = slide.getHeadersFooters();
    for (HSLFShape place : places) {
      if (place instanceof HSLFTextShape shape && shape.getPlaceholder() != null) {
        String words =
            switch (shape.getPlaceholder()) {
              case FOOTER -> told.isFooterVisible() ? told.getFooterText() : null;
              case SLIDE_NUMBER ->
                  told.isSlideNumberVisible() ? Integer.toString(slide.getSlideNumber()) : null;
              case DATETIME -> told.isUserDateVisible() ? told.getDateTimeText() : null;
              default -> null;
            };
        if (words != null && !words.isBlank() && shape.getAnchor() != null) {
          count++;
          xml.raw("<p:sp><p:nvSpPr><p:cNvPr").attribute("id", count);
          xml.attribute("name", "Pied " + count)
              .raw("/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr>");
          xml.raw("<p:spPr>");
          place(shape, shape.getAnchor());
          xml.raw("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>");
          text.write(shape, words);
          xml.raw("</p:sp>");
        }
      }
    }
  }

  private static boolean isPlace(HSLFShape shape) {
    return shape instanceof HSLFSimpleShape simple && simple.isPlaceholder();
  }

  private void shape(HSLFShape shape, boolean decoration, AffineTransform transform, int depth) {
    Rectangle2D own = shape.getAnchor();
    if (own == null) {
      return;
    }
    Rectangle2D anchor = transform.createTransformedShape(own).getBounds2D();
    switch (shape) {
      case HSLFGroupShape group -> {
        if (depth < MOST_DEPTH) {
          AffineTransform inner = new AffineTransform(transform);
          inner.concatenate(interior(group));
          write(group.getShapes(), decoration, inner, depth + 1);
        }
      }
      case HSLFPictureShape picture -> picture(picture, anchor);
      case HSLFTextShape box -> box(box, anchor);
      case HSLFSimpleShape simple -> box(simple, anchor);
      default -> ledger.add(Threat.UNKNOWN_PART, where);
    }
  }

  private static AffineTransform interior(HSLFGroupShape group) {
    Rectangle2D outer = group.getAnchor();
    Rectangle2D inner = group.getInteriorAnchor();
    AffineTransform transform = new AffineTransform();
    if (inner.getWidth() > 0 && inner.getHeight() > 0) {
      transform.translate(outer.getX(), outer.getY());
      transform.scale(outer.getWidth() / inner.getWidth(), outer.getHeight() / inner.getHeight());
      transform.translate(-inner.getX(), -inner.getY());
    }
    return transform;
  }

  private void picture(HSLFPictureShape shape, Rectangle2D anchor) {
    HSLFPictureData data = shape.getPictureData();
    Optional<String> kept =
        data == null ? Optional.empty() : pictures.part(data.getIndex(), data.getData(), where);
    if (kept.isEmpty()) {
      return;
    }
    String relation = opc.relate(part, "image", "../" + kept.get().substring("ppt/".length()));
    xml.raw("<p:pic><p:nvPicPr><p:cNvPr")
        .attribute("id", count)
        .attribute("name", "Image " + count);
    xml.raw("/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip");
    xml.attribute("r:embed", relation).raw("/><a:stretch><a:fillRect/></a:stretch></p:blipFill>");
    xml.raw("<p:spPr>");
    place(shape, anchor);
    xml.raw("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>");
  }

  private void box(HSLFSimpleShape shape, Rectangle2D anchor) {
    boolean words = shape instanceof HSLFTextShape t && !PptText.plain(t).isBlank();
    Color fill = shape.getFillColor();
    Color line = shape.getLineColor();
    if (!words && fill == null && line == null) {
      return;
    }
    boolean title = words && !titled && isTitle(shape);
    titled |= title;
    double width = shape.getLineWidth();
    xml.raw("<p:sp><p:nvSpPr><p:cNvPr").attribute("id", count);
    xml.attribute("name", (title ? "Titre " : "Forme ") + count).raw("/><p:cNvSpPr");
    xml.raw(shape instanceof HSLFTextShape ? " txBox=\"1\"" : "").raw("/><p:nvPr>");
    xml.raw(title ? "<p:ph type=\"title\"/>" : "").raw("</p:nvPr></p:nvSpPr><p:spPr>");
    place(shape, anchor);
    xml.raw("<a:prstGeom").attribute("prst", geometry(shape)).raw("><a:avLst/></a:prstGeom>");
    if (fill == null) {
      xml.raw("<a:noFill/>");
    } else {
      solid(fill, xml);
    }
    if (line == null) {
      xml.raw("<a:ln><a:noFill/></a:ln>");
    } else {
      xml.raw("<a:ln").attribute("w", emu(Math.min(width, 200))).raw(">");
      solid(line, xml);
      xml.raw("</a:ln>");
    }
    xml.raw("</p:spPr>");
    if (shape instanceof HSLFTextShape box && words) {
      text.write(box);
    }
    xml.raw("</p:sp>");
  }

  private static boolean isTitle(HSLFSimpleShape shape) {
    Placeholder place = shape.getPlaceholder();
    return place == Placeholder.TITLE || place == Placeholder.CENTERED_TITLE;
  }

  private static String geometry(HSLFShape shape) {
    ShapeType type = shape.getShapeType();
    String name = type == null ? null : type.getOoxmlName();
    if (name == null || type == ShapeType.NOT_PRIMITIVE || type == ShapeType.TEXT_BOX) {
      return "rect";
    }
    return name;
  }

  private void place(HSLFShape shape, Rectangle2D anchor) {
    xml.raw("<a:xfrm");
    double turned = shape.getRotation();
    if (turned != 0 && Double.isFinite(turned)) {
      xml.attribute("rot", Math.round(turned * 60_000) % 21_600_000);
    }
    xml.raw(shape.getFlipHorizontal() ? " flipH=\"1\"" : "");
    xml.raw(shape.getFlipVertical() ? " flipV=\"1\"" : "");
    xml.raw("><a:off").attribute("x", emu(anchor.getX())).attribute("y", emu(anchor.getY()));
    xml.raw("/><a:ext").attribute("cx", emu(Math.max(0, anchor.getWidth())));
    xml.attribute("cy", emu(Math.max(0, anchor.getHeight()))).raw("/></a:xfrm>");
  }

  static void solid(Color colour, Markup xml) {
    String rgb = HexFormat.of().withUpperCase().toHexDigits(colour.getRGB() & 0xffffff, 6);
    xml.raw("<a:solidFill><a:srgbClr").attribute("val", rgb).raw(">");
    if (colour.getAlpha() < 255) {
      xml.raw("<a:alpha").attribute("val", colour.getAlpha() * 100_000L / 255).raw("/>");
    }
    xml.raw("</a:srgbClr></a:solidFill>");
  }

  static long emu(double points) {
    double sane =
        Double.isFinite(points) ? Math.max(-MOST_POINTS, Math.min(MOST_POINTS, points)) : 0;
    return Math.round(sane * PptReading.EMU_PER_POINT);
  }
}
