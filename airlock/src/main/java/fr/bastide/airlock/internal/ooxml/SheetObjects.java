package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.internal.xml.XmlAttribute;
import fr.bastide.airlock.internal.xml.XmlElement;
import fr.bastide.airlock.internal.xml.XmlScan;
import fr.bastide.airlock.internal.zip.Member;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;

/// The pictures of the objects on a sheet, which leave in its drawing in their objects' place.
final class SheetObjects {

  private static final String XDR =
      "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
  private static final String A = "http://schemas.openxmlformats.org/drawingml/2006/main";
  private static final String R =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  /// Length units of DrawingML in a pixel of 1/96 inch.
  private static final long EMU = 9_525;

  private static final int MOST = 500;

  /// A picture of an object.
  ///
  /// @param anchor column, offset, row, offset of two corners, offsets in units of DrawingML
  record Picture(Member image, String type, List<Long> anchor) {}

  private SheetObjects() {}

  /// The pictures of a sheet's objects; none when it has no objects.
  static List<Picture> of(OpcPackage source, Member sheet) {
    if (!new String(sheet.bytes(), StandardCharsets.ISO_8859_1).contains("oleObject")) {
      return List.of();
    }
    Finder finder = new Finder(source, sheet.name());
    XmlScan.read(sheet.bytes(), sheet.name(), finder);
    return finder.found;
  }

  /// A drawing with a picture in it.
  ///
  /// @param reference the relationship to the image
  static XmlElement anchored(Picture picture, String reference, int number) {
    XmlElement anchor = new XmlElement("xdr", XDR, "twoCellAnchor");
    anchor.add(corner("from", picture.anchor().subList(0, 4)));
    anchor.add(corner("to", picture.anchor().subList(4, 8)));
    XmlElement pic = new XmlElement("xdr", XDR, "pic");
    XmlElement about = pic.sibling("nvPicPr");
    XmlElement name = pic.sibling("cNvPr");
    name.set("id", Integer.toString(60_000 + number));
    name.set("name", "Image " + number);
    about.add(name);
    about.add(pic.sibling("cNvPicPr"));
    pic.add(about);
    XmlElement fill = pic.sibling("blipFill");
    XmlElement blip = new XmlElement("a", A, "blip");
    blip.attributes(new ArrayList<>(List.of(new XmlAttribute("r", R, "embed", reference))));
    fill.add(blip);
    XmlElement stretch = blip.sibling("stretch");
    stretch.add(blip.sibling("fillRect"));
    fill.add(stretch);
    pic.add(fill);
    XmlElement shape = pic.sibling("spPr");
    XmlElement geometry = blip.sibling("prstGeom");
    geometry.set("prst", "rect");
    geometry.add(blip.sibling("avLst"));
    shape.add(geometry);
    pic.add(shape);
    anchor.add(pic);
    anchor.add(pic.sibling("clientData"));
    return anchor;
  }

  private static XmlElement corner(String name, List<Long> place) {
    XmlElement corner = new XmlElement("xdr", XDR, name);
    String[] parts = {"col", "colOff", "row", "rowOff"};
    for (int i = 0; i < parts.length; i++) {
      XmlElement part = corner.sibling(parts[i]);
      part.text(Long.toString(place.get(i)));
      corner.add(part);
    }
    return corner;
  }

  /// A drawing with nothing in it, for a sheet that has none.
  static String emptyDrawing() {
    return "<xdr:wsDr xmlns:xdr=\"" + XDR + "\" xmlns:a=\"" + A + "\" xmlns:r=\"" + R + "\"/>";
  }

  /// Finds the objects of a sheet without looking at its rows.
  private static final class Finder implements XmlScan.Receiver {

    private final OpcPackage source;
    private final String part;
    private final Map<String, Relationship> links = new HashMap<>();
    private final Map<String, VmlPictures.Shape> shapes;
    private final Alternatives alternatives = new Alternatives();
    private final Set<String> seen = new HashSet<>();
    private final List<Picture> found = new ArrayList<>();

    Finder(OpcPackage source, String part) {
      this.source = source;
      this.part = part;
      this.shapes = VmlPictures.beside(source, part);
      source.relationships(part).forEach(link -> links.put(link.id(), link));
    }

    @Override
    public boolean opens(XmlElement start) {
      String label = ElementRules.NAMES.label(start);
      return label.equals("x:worksheet") || label.equals("x:sheetData");
    }

    @Override
    public void open(XmlElement start) {
      alternatives.enter(start);
    }

    @Override
    public void piece(XmlElement whole) {
      if (whole.name().equals("row")) {
        return;
      }
      alternatives.resolve(whole);
      XmlElement holder = new XmlElement("", "", "");
      holder.add(whole);
      for (XmlElement element : holder.descendants()) {
        if (ElementRules.NAMES.is(element, "x:oleObject")
            && found.size() < MOST
            && seen.add(element.attribute("shapeId").orElse(""))) {
          picture(element).ifPresent(found::add);
        }
      }
    }

    private Optional<Picture> picture(XmlElement object) {
      Optional<XmlElement> properties = object.child("objectPr");
      VmlPictures.Shape shape = shapes.get("_x0000_s" + object.attribute("shapeId").orElse(""));
      Optional<Picture> own =
          properties.flatMap(pr ->
              SharedSpecial.reference(pr)
                  .map(links::get)
                  .filter(link -> link.word().equals("image") && !link.external())
                  .flatMap(link ->
                      source
                          .target(part, link.target())
                          .map(image -> new Picture(image, link.type(), place(pr)))));
      if (own.isPresent() && !own.get().anchor().isEmpty()) {
        return own;
      }
      if (shape == null) {
        return Optional.empty();
      }
      List<Long> anchor = numbers(shape.anchor());
      return anchor.size() == 8
          ? Optional.of(new Picture(shape.image(), shape.type(), scaled(anchor)))
          : Optional.empty();
    }

    private static List<Long> place(XmlElement properties) {
      List<Long> place = new ArrayList<>();
      for (XmlElement element : properties.descendants()) {
        switch (element.name()) {
          case "col", "colOff", "row", "rowOff" -> place.addAll(numbers(element.text()));
          default -> {
            // What holds them.
          }
        }
      }
      return place.size() == 8 ? place : List.of();
    }

    private static List<Long> scaled(List<Long> pixels) {
      List<Long> scaled = new ArrayList<>();
      for (int i = 0; i < pixels.size(); i++) {
        scaled.add(i % 2 == 0 ? pixels.get(i) : pixels.get(i) * EMU);
      }
      return scaled;
    }

    private static List<Long> numbers(String text) {
      List<Long> numbers = new ArrayList<>();
      StringTokenizer words = new StringTokenizer(text, ", \t\r\n");
      while (words.hasMoreTokens() && numbers.size() < 8) {
        try {
          numbers.add(Math.clamp(Long.parseLong(words.nextToken()), 0L, 1_000_000_000L));
        } catch (NumberFormatException malformed) {
          return List.of();
        }
      }
      return numbers;
    }

    @Override
    public void declaration() {
      // Told when the sheet is rebuilt.
    }

    @Override
    public void text(String value) {
      // Nothing is found between elements.
    }

    @Override
    public void close() {
      // Nothing is found at the end of elements.
    }
  }
}
