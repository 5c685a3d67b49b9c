package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.Ledger;
import fr.bastide.airlock.internal.xml.XmlElement;
import fr.bastide.airlock.internal.xml.XmlNames;
import fr.bastide.airlock.internal.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Turns, in a story of WordprocessingML, objects into their pictures and inserted files into empty
/// paragraphs, and accepts tracked changes where comments do not leave.
final class WordShapes {

  private static final XmlNames NAMES = ElementRules.NAMES;

  /// Deleted text, and what a change was before.
  private static final Set<String> BEFORE =
      Set.of(
          "w:del",
          "w:moveFrom",
          "w:rPrChange",
          "w:pPrChange",
          "w:sectPrChange",
          "w:tblPrChange",
          "w:tblPrExChange",
          "w:tcPrChange",
          "w:trPrChange",
          "w:tblGridChange",
          "w:numberingChange",
          "w:cellIns",
          "w:cellDel",
          "w:cellMerge",
          "w:moveFromRangeStart",
          "w:moveFromRangeEnd",
          "w:moveToRangeStart",
          "w:moveToRangeEnd",
          "w:customXmlDelRangeStart",
          "w:customXmlDelRangeEnd",
          "w:customXmlInsRangeStart",
          "w:customXmlInsRangeEnd",
          "w:trackRevisions");

  private static final Set<String> REMARKS =
      Set.of("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference");

  private final boolean comments;
  private final Ledger ledger;
  private final String where;

  WordShapes(boolean comments, Ledger ledger, String where) {
    this.comments = comments;
    this.ledger = ledger;
    this.where = where;
  }

  /// What stands in the place of an element.
  List<? extends XmlNode> place(XmlElement element) {
    String label = NAMES.label(element);
    if (!comments) {
      if (BEFORE.contains(label) || REMARKS.contains(label) || isDeletedRow(label, element)) {
        ledger.add(Threat.HIDDEN_CONTENT, where);
        return List.of();
      }
      if (label.equals("w:ins") || label.equals("w:moveTo")) {
        // Within properties the mark stands alone; around runs they stay.
        return accepted(element);
      }
    }
    return switch (label) {
      case "w:object" -> picture(element);
      // The relationship that goes is told with those of its part.
      case "w:altChunk" -> List.of(element.sibling("p"));
      default -> List.of(element);
    };
  }

  private List<XmlNode> accepted(XmlElement insertion) {
    List<XmlNode> stay = new ArrayList<>();
    for (XmlNode child : insertion.children()) {
      if (child instanceof XmlElement inner) {
        stay.addAll(place(inner));
      }
    }
    return stay;
  }

  private static boolean isDeletedRow(String label, XmlElement element) {
    return label.equals("w:tr")
        && element.child("trPr").flatMap(properties -> properties.child("del")).isPresent();
  }

  private static List<? extends XmlNode> picture(XmlElement object) {
    XmlElement picture = object.sibling("pict");
    for (XmlElement inner : object.elements()) {
      if (NAMES.is(inner, "w:drawing")) {
        return List.of(inner);
      }
      picture.add(inner);
    }
    return List.of(picture);
  }
}
