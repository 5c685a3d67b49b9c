package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.Ledger;
import fr.bastide.airlock.internal.xml.XmlAttribute;
import fr.bastide.airlock.internal.xml.XmlElement;
import fr.bastide.airlock.internal.xml.XmlNames;
import fr.bastide.airlock.internal.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Turns, on a slide, objects into their pictures, and takes out animations that run commands, play
/// media, or move what is gone.
final class SlideShapes {

  private static final XmlNames NAMES = ElementRules.NAMES;
  private static final String A = "http://schemas.openxmlformats.org/drawingml/2006/main";
  private static final String R =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final Set<String> ACTIVE =
      Set.of("p:cmd", "p:audio", "p:video", "p:sndTgt", "p:inkTgt");

  private final Ledger ledger;
  private final String where;
  private final Function<String, Optional<String>> pictures;
  private boolean gone;

  /// @param pictures relationships to the pictures of objects, by the names of their shapes
  SlideShapes(Ledger ledger, String where, Function<String, Optional<String>> pictures) {
    this.ledger = ledger;
    this.where = where;
    this.pictures = pictures;
  }

  /// What stands in the place of an element.
  List<? extends XmlNode> place(XmlElement element) {
    return switch (NAMES.label(element)) {
      case "p:graphicFrame" -> frame(element);
      case "p:timing" -> timing(element);
      case "p:contentPart" -> {
        gone = true;
        yield List.of(element);
      }
      default -> List.of(element);
    };
  }

  private List<? extends XmlNode> frame(XmlElement frame) {
    Optional<XmlElement> object = frame.find("oleObj");
    if (object.isEmpty()) {
      return List.of(frame);
    }
    ledger.add(Threat.EMBEDDED_OBJECT, where);
    Optional<XmlElement> picture = object.get().find("pic");
    if (picture.isEmpty() || !NAMES.is(picture.get(), "p:pic")) {
      picture =
          object
              .get()
              .attribute("spid")
              .flatMap(pictures)
              .flatMap(reference -> made(frame, reference));
    }
    if (picture.isEmpty()) {
      gone = true;
      return List.of();
    }
    name(frame, picture.get());
    return List.of(picture.get());
  }

  /// A picture where the object was; none when its place is not told.
  private static Optional<XmlElement> made(XmlElement frame, String reference) {
    Optional<XmlElement> place = frame.child("xfrm");
    if (place.isEmpty() || !NAMES.is(place.get(), "p:xfrm")) {
      return Optional.empty();
    }
    XmlElement pic = frame.sibling("pic");
    XmlElement about = frame.sibling("nvPicPr");
    XmlElement name = frame.sibling("cNvPr");
    name.set("id", "1");
    name.set("name", "");
    about.add(name);
    about.add(frame.sibling("cNvPicPr"));
    about.add(frame.sibling("nvPr"));
    pic.add(about);
    XmlElement fill = frame.sibling("blipFill");
    XmlElement blip = new XmlElement("a", A, "blip");
    blip.attributes(new ArrayList<>(List.of(new XmlAttribute("r", R, "embed", reference))));
    fill.add(blip);
    XmlElement stretch = blip.sibling("stretch");
    stretch.add(blip.sibling("fillRect"));
    fill.add(stretch);
    pic.add(fill);
    XmlElement shape = frame.sibling("spPr");
    XmlElement xfrm = blip.sibling("xfrm");
    xfrm.children(place.get().children());
    shape.add(xfrm);
    XmlElement geometry = blip.sibling("prstGeom");
    geometry.set("prst", "rect");
    geometry.add(blip.sibling("avLst"));
    shape.add(geometry);
    pic.add(shape);
    return Optional.of(pic);
  }

  /// The picture takes the place of the object in animations and for readers aloud.
  private static void name(XmlElement frame, XmlElement picture) {
    Optional<XmlElement> old = frame.child("nvGraphicFramePr").flatMap(nv -> nv.child("cNvPr"));
    Optional<XmlElement> own = picture.child("nvPicPr").flatMap(nv -> nv.child("cNvPr"));
    if (old.isPresent() && own.isPresent()) {
      old.get().attribute("id").ifPresent(id -> own.get().set("id", id));
      old.get().attribute("name").ifPresent(name -> own.get().set("name", name));
      old.get().attribute("descr").ifPresent(words -> own.get().set("descr", words));
    }
  }

  private List<? extends XmlNode> timing(XmlElement timing) {
    for (XmlElement inner : timing.descendants()) {
      String label = NAMES.label(inner);
      if (ACTIVE.contains(label)) {
        ledger.add(label.equals("p:cmd") ? Threat.AUTOMATIC_ACTION : Threat.MULTIMEDIA, where);
        return List.of();
      }
    }
    return gone ? List.of() : List.of(timing);
  }
}
