package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.Policy;
import fr.bastide.airlock.internal.xml.XmlAttribute;
import fr.bastide.airlock.internal.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Pivot tables (ECMA-376 part 1, 18.10): those of sheets of the same workbook leave, without the
/// copy of the data that they carry, which could differ from what the sheets show.
final class PivotTables {

  private static final Set<String> ABOUT_RECORDS =
      Set.of("id", "recordCount", "refreshedBy", "refreshedDate", "saveData", "refreshOnLoad");

  private PivotTables() {}

  /// Whether the data of a table lies in sheets of the same workbook alone.
  static boolean isOfSheets(XmlElement definition, Policy policy) {
    Optional<XmlElement> source = definition.child("cacheSource");
    boolean sheet =
        source.isPresent()
            && source.get().attribute("type").orElse("").equals("worksheet")
            && source
                .get()
                .child("worksheetSource")
                .filter(inner -> SharedSpecial.reference(inner).isEmpty())
                .isPresent();
    if (!sheet) {
      return false;
    }
    for (XmlElement element : definition.descendants()) {
      Optional<String> formula = element.attribute("formula");
      if (formula.isPresent() && SheetFormula.fault(formula.get(), policy, Set.of()).isPresent()) {
        return false;
      }
    }
    return true;
  }

  /// Has programs make the copy of the data anew.
  static void withoutRecords(XmlElement definition) {
    List<XmlAttribute> kept = new ArrayList<>(definition.attributes());
    kept.removeIf(attribute -> ABOUT_RECORDS.contains(attribute.name()));
    definition.attributes(kept);
    definition.set("saveData", "0");
    definition.set("refreshOnLoad", "1");
  }
}
