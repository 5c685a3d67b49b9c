package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.internal.xml.XmlElement;
import fr.bastide.airlock.internal.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Puts other content in the place of elements, before names and rules are looked at.
final class Reshaping {

  private Reshaping() {}

  /// Asks, for each element within a piece, what stands in its place; what does is not asked again,
  /// but what is in it is.
  static void apply(XmlElement piece, Function<XmlElement, List<? extends XmlNode>> place) {
    if (!piece.hasElements()) {
      return;
    }
    List<XmlNode> kept = new ArrayList<>(piece.children().size());
    for (XmlNode child : piece.children()) {
      if (child instanceof XmlElement inner) {
        for (XmlNode node : place.apply(inner)) {
          if (node instanceof XmlElement element) {
            apply(element, place);
          }
          kept.add(node);
        }
      } else {
        kept.add(child);
      }
    }
    piece.children(kept);
  }
}
