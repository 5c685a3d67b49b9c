package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.Ledger;
import fr.bastide.airlock.internal.xml.XmlAttribute;
import fr.bastide.airlock.internal.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Formulas, names, links and tables of spreadsheets.
final class SheetSpecial extends SharedSpecial {

  private static final Set<String> FORMULAS = Set.of("formula", "formula1", "formula2", "f");

  private final Workbook workbook;
  private final Set<String> goneShares = new HashSet<>();

  SheetSpecial(
      Policy policy, References references, Ledger ledger, String where, Workbook workbook) {
    super(policy, references, ledger, where);
    this.workbook = workbook;
  }

  @Override
  public Verdict judge(String label, XmlElement element, XmlElement parent) {
    return switch (label) {
      case "x:f" -> cell(element);
      case "x:cfRule", "x:dataValidation", "x14:cfRule", "x14:dataValidation", "x14:sparkline" ->
          rule(element);
      case "x:calculatedColumnFormula", "x:totalsRowFormula", "xm:f" ->
          isFaulty(element.text()) ? Verdict.DROP : Verdict.KEEP;
      case "x:hyperlink" -> link(element);
      case "x:table" -> table(element);
      case "x:pivotCacheDefinition" -> {
        PivotTables.withoutRecords(element);
        yield Verdict.KEEP;
      }
      case "x:sheet" -> sheet(element, parent);
      case "x:definedName" -> name(element);
      default -> super.judge(label, element, parent);
    };
  }

  private boolean isFaulty(String formula) {
    Optional<Threat> fault = SheetFormula.fault(formula, policy, workbook.goneSheets());
    fault.ifPresent(threat -> ledger.add(threat, where));
    return fault.isPresent();
  }

  /// The formula of a cell; its last value stays in any case.
  private Verdict cell(XmlElement formula) {
    String share =
        formula.attribute("t").orElse("").equals("shared")
            ? formula.attribute("si").orElse("")
            : "";
    if (!policy.formulas()) {
      ledger.add(Threat.FORMULA, where);
      return Verdict.DROP;
    }
    if (!share.isEmpty() && goneShares.contains(share) && formula.text().isBlank()) {
      return Verdict.DROP;
    }
    if (isFaulty(formula.text())) {
      goneShares.add(share);
      return Verdict.DROP;
    }
    goneShares.remove(share);
    return Verdict.KEEP;
  }

  private Verdict rule(XmlElement element) {
    for (XmlElement inner : element.descendants()) {
      String formula =
          FORMULAS.contains(inner.name())
              ? inner.text()
              : inner.name().equals("cfvo") ? inner.attribute("val").orElse("") : "";
      if (isFaulty(formula)) {
        return Verdict.DROP;
      }
    }
    return Verdict.KEEP;
  }

  private Verdict link(XmlElement element) {
    String location = element.attribute("location").orElse("");
    if (!location.isEmpty() && isFaulty(location)) {
      return Verdict.DROP;
    }
    if (reference(element).isEmpty()) {
      return location.isEmpty() ? Verdict.DROP : Verdict.KEEP;
    }
    if (leaves(element)) {
      return Verdict.KEEP;
    }
    if (location.isEmpty()) {
      return Verdict.DROP;
    }
    List<XmlAttribute> kept = new ArrayList<>(element.attributes());
    kept.removeIf(Sieve::isReference);
    element.attributes(kept);
    return Verdict.KEEP;
  }

  private Verdict table(XmlElement element) {
    List<XmlAttribute> kept = new ArrayList<>(element.attributes());
    kept.removeIf(attribute -> attribute.name().equals("tableType"));
    element.attributes(kept);
    return Verdict.KEEP;
  }

  private Verdict sheet(XmlElement element, XmlElement parent) {
    if (!NAMES.is(parent, "x:sheets")) {
      return Verdict.KEEP;
    }
    boolean leaves = leaves(element);
    workbook.sheet(element.attribute("name").orElse(""), leaves);
    return leaves ? Verdict.KEEP : Verdict.DROP;
  }

  /// A name of a workbook: a range, a constant, a formula, or what Excel 4 macros begin with.
  private Verdict name(XmlElement element) {
    boolean macro =
        isSet(element, "function") || isSet(element, "vbProcedure") || isSet(element, "xlm");
    if (macro || SheetFormula.isAutomatic(element.attribute("name").orElse(""))) {
      ledger.add(Threat.MACRO, where);
      return Verdict.DROP;
    }
    if (isFaulty(element.text())) {
      return Verdict.DROP;
    }
    Optional<String> local = element.attribute("localSheetId");
    if (local.isPresent()) {
      int number = workbook.number(local.get());
      if (number < 0) {
        return Verdict.DROP;
      }
      element.set("localSheetId", Integer.toString(number));
    }
    return Verdict.KEEP;
  }

  private static boolean isSet(XmlElement element, String attribute) {
    String value = element.attribute(attribute).orElse("0");
    return value.equals("1") || value.equals("true");
  }
}
