package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.internal.xml.XmlAttribute;
import fr.bastide.airlock.internal.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/// Makes a workbook whole again after sheets went: programs want one sheet that is shown, and views
/// that exist.
final class WorkbookShape {

  private WorkbookShape() {}

  static void finish(XmlElement root, Workbook workbook, String where) {
    if (workbook.isEmpty()) {
      throw new RefusedException(Reason.FORBIDDEN_KIND, where);
    }
    List<XmlElement> sheets = root.child("sheets").map(XmlElement::elements).orElse(List.of());
    boolean shown = false;
    for (XmlElement sheet : sheets) {
      String state = sheet.attribute("state").orElse("visible");
      shown |= !state.equals("hidden") && !state.equals("veryHidden");
    }
    if (!shown) {
      sheets.stream().findFirst().ifPresent(sheet -> without(sheet, "state"));
    }
    if (!shown || !workbook.goneSheets().isEmpty()) {
      for (XmlElement view : root.child("bookViews").map(XmlElement::elements).orElse(List.of())) {
        without(view, "activeTab");
        without(view, "firstSheet");
      }
    }
  }

  private static void without(XmlElement element, String name) {
    List<XmlAttribute> kept = new ArrayList<>(element.attributes());
    kept.removeIf(attribute -> attribute.name().equals(name));
    element.attributes(kept);
  }
}
