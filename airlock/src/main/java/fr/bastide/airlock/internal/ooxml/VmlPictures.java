package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.internal.xml.XmlElement;
import fr.bastide.airlock.internal.xml.XmlScan;
import fr.bastide.airlock.internal.zip.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pictures that older programs put, for the objects of a sheet or slide, into a drawing beside
/// it (VML).
final class VmlPictures {

  /// A picture and where it stands.
  ///
  /// @param type of its relationship
  /// @param anchor as the drawing gives it (ECMA-376 part 4, 19.4.2.2); empty when it does not
  record Shape(Member image, String type, String anchor) {}

  private VmlPictures() {}

  /// Those beside a part, by the names of their shapes.
  static Map<String, Shape> beside(OpcPackage source, String part) {
    Map<String, Shape> shapes = new HashMap<>();
    for (Relationship link : source.relationships(part)) {
      if (link.word().equals("vmlDrawing") && !link.external()) {
        source.target(part, link.target()).ifPresent(vml -> read(source, vml, shapes));
      }
    }
    return shapes;
  }

  private static void read(OpcPackage source, Member vml, Map<String, Shape> shapes) {
    XmlElement root;
    try {
      root = XmlScan.whole(vml.bytes(), vml.name());
    } catch (RefusedException malformed) {
      // Such drawings are often malformed; then there are no pictures to be had.
      return;
    }
    List<Relationship> links = source.relationships(vml.name());
    for (XmlElement shape : root.descendants()) {
      Optional<XmlElement> data = shape.child("imagedata");
      if (data.isEmpty()) {
        continue;
      }
      String id = data.get().attribute("relid").or(() -> data.get().attribute("id")).orElse("");
      String anchor =
          shape
              .child("ClientData")
              .flatMap(client -> client.child("Anchor"))
              .map(XmlElement::text)
              .orElse("");
      for (Relationship link : links) {
        if (link.id().equals(id) && link.word().equals("image") && !link.external()) {
          source
              .target(vml.name(), link.target())
              .map(image -> new Shape(image, link.type(), anchor))
              .ifPresent(found -> name(shape, found, shapes));
        }
      }
    }
  }

  private static void name(XmlElement shape, Shape found, Map<String, Shape> shapes) {
    shape.attribute("id").ifPresent(id -> shapes.put(id, found));
    shape.attribute("spid").ifPresent(id -> shapes.put(id, found));
  }
}
