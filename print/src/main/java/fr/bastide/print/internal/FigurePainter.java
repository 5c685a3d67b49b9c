package fr.bastide.print.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Paints the few SVG shapes that the plots of Bastide are made of; anything else is refused,
/// nothing is ever fetched.
final class FigurePainter {

  private final Graphics2D graphics;

  FigurePainter(Graphics2D graphics) {
    this.graphics = graphics;
  }

  void paint(Element svg) {
    for (Node node = svg.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        shape(element);
      }
    }
  }

  private void shape(Element element) {
    switch (element.getNodeName()) {
      case "title", "desc" -> {}
      case "rect" -> drawn(element, rectangle(element));
      case "line" -> drawn(element, line(element));
      case "circle" -> drawn(element, circle(element));
      case "polyline" -> drawn(element, outline(element, false));
      case "polygon" -> drawn(element, outline(element, true));
      case "text" -> text(element);
      default -> throw new IllegalArgumentException("no such shape: " + element.getNodeName());
    }
  }

  private void drawn(Element element, Shape shape) {
    colour(element, "fill")
        .ifPresent(fill -> {
          graphics.setPaint(fill);
          graphics.fill(shape);
        });
    colour(element, "stroke")
        .filter(stroke -> number(element, "stroke-width") > 0)
        .ifPresent(stroke -> {
          graphics.setPaint(stroke);
          graphics.setStroke(stroke(element));
          graphics.draw(shape);
        });
  }

  private void text(Element element) {
    boolean heading = element.getAttribute("font-family").endsWith("serif");
    boolean heavy = !element.getAttribute("font-weight").isEmpty();
    Outlines outlines = Fonts.outlines(heading, heavy);
    String text = element.getTextContent();
    double size = number(element, "font-size");
    double width = outlines.width(text, size);
    double shift =
        switch (element.getAttribute("text-anchor")) {
          case "middle" -> -width / 2;
          case "end" -> -width;
          default -> 0;
        };
    AffineTransform place =
        AffineTransform.getTranslateInstance(number(element, "x") + shift, number(element, "y"));
    drawn(element, place.createTransformedShape(outlines.of(text, size)));
  }

  private static Shape rectangle(Element element) {
    double corner = 2 * number(element, "rx");
    return new RoundRectangle2D.Double(
        number(element, "x"),
        number(element, "y"),
        number(element, "width"),
        number(element, "height"),
        corner,
        corner);
  }

  private static Shape line(Element element) {
    return new Line2D.Double(
        number(element, "x1"), number(element, "y1"), number(element, "x2"), number(element, "y2"));
  }

  private static Shape circle(Element element) {
    double radius = number(element, "r");
    return new Ellipse2D.Double(
        number(element, "cx") - radius, number(element, "cy") - radius, 2 * radius, 2 * radius);
  }

  private static Shape outline(Element element, boolean closed) {
    Path2D.Double path = new Path2D.Double();
    for (String pair : element.getAttribute("points").split(" ")) {
      int comma = pair.indexOf(',');
      double x = Double.parseDouble(pair.substring(0, comma));
      double y = Double.parseDouble(pair.substring(comma + 1));
      if (path.getCurrentPoint() == null) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    if (closed) {
      path.closePath();
    }
    return path;
  }

  private static BasicStroke stroke(Element element) {
    float width = (float) number(element, "stroke-width");
    return element.getAttribute("stroke-dasharray").isEmpty()
        ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
        : new BasicStroke(
            width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {4, 4}, 0);
  }

  private static Optional<Color> colour(Element element, String attribute) {
    String value = element.getAttribute(attribute);
    return value.startsWith("#") ? Optional.of(Color.decode(value)) : Optional.empty();
  }

  static double number(Element element, String attribute) {
    String value = element.getAttribute(attribute);
    return value.isEmpty() ? 0 : Double.parseDouble(value);
  }
}
