package fr.bastide.airlock.internal.odf;

import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.Ledger;
import fr.bastide.airlock.internal.xml.XmlAttribute;
import fr.bastide.airlock.internal.xml.XmlBinding;
import fr.bastide.airlock.internal.xml.XmlElement;
import fr.bastide.airlock.internal.xml.XmlNames;
import fr.bastide.airlock.internal.xml.XmlNode;
import fr.bastide.airlock.internal.xml.XmlRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Lets through, of one part, the elements and attributes that are listed and that no rule takes
/// out, and judges links, formulas and objects.
final class OdfSieve {

  private static final XmlNames NAMES = OdfRules.NAMES;

  private static final Set<String> PICTURES =
      Set.of(
          "draw:image",
          "draw:fill-image",
          "style:background-image",
          "text:list-level-style-image",
          "chart:symbol-image");

  /// Links of a chart to the document that holds it.
  private static final Set<String> OWN = Set.of("", ".", "./", "..", "../");

  /// Comments and tracked changes.
  private static final Set<String> REMARKS =
      Set.of(
          "office:annotation",
          "office:annotation-end",
          "text:tracked-changes",
          "text:change",
          "text:change-start",
          "text:change-end",
          "table:tracked-changes");

  /// Attributes that hold formulas, conditions and addresses of cells.
  private static final Set<String> FORMULAS =
      Set.of(
          "formula",
          "condition",
          "expression",
          "cell-range-address",
          "cell-address",
          "base-cell-address",
          "target-range-address",
          "values-cell-range-address",
          "label-cell-address",
          "source-cell-range-addresses",
          "value");

  private final OdfRebuilding rebuilding;
  private final String where;
  private final Ledger ledger;
  private final XmlRules rules = OdfRules.RULES;

  OdfSieve(OdfRebuilding rebuilding, String where, Ledger ledger) {
    this.rebuilding = rebuilding;
    this.where = where;
    this.ledger = ledger;
  }

  List<XmlNode> sift(XmlElement piece) {
    List<XmlNode> kept = new ArrayList<>(1);
    place(piece, kept);
    return kept;
  }

  void start(XmlElement element) {
    attributes(NAMES.label(element), element);
  }

  private void place(XmlElement element, List<XmlNode> kept) {
    String label = NAMES.label(element);
    if (label.isEmpty()) {
      if (!rules.isQuiet(element.namespace())) {
        ledger.add(Threat.UNKNOWN_PART, where);
      }
      return;
    }
    if (REMARKS.contains(label) && !rebuilding.policy().comments()) {
      ledger.add(Threat.HIDDEN_CONTENT, where);
      return;
    }
    switch (rules.element(label)) {
      case XmlRules.Rule.Drop drop -> {
        // Empty lists of scripts, listeners and forms are in every document.
        boolean list = label.startsWith("office:") && element.name().endsWith("s");
        if (element.hasElements() || !list) {
          drop.threat().ifPresent(threat -> ledger.add(threat, where));
        }
      }
      case XmlRules.Rule.Unwrap unwrap -> unwrap(label, element, kept);
      case XmlRules.Rule.Keep keep -> judge(label, element, kept);
    }
  }

  private void unwrap(String label, XmlElement element, List<XmlNode> kept) {
    if (label.equals("text:dde-connection")) {
      ledger.add(Threat.DYNAMIC_DATA_EXCHANGE, where);
    } else if (label.equals("text:execute-macro")) {
      ledger.add(Threat.MACRO, where);
    }
    inside(element);
    kept.addAll(element.children());
  }

  private void judge(String label, XmlElement element, List<XmlNode> kept) {
    if (PICTURES.contains(label)) {
      if (!rebuilding.picture(element, where)) {
        return;
      }
    } else if (label.equals("draw:object")) {
      ledger.add(OdfRebuilding.object(element), where);
      return;
    } else if (label.equals("text:a") || label.equals("draw:a")) {
      if (isFaulty(element)) {
        inside(element);
        kept.addAll(element.children());
        return;
      }
    } else {
      unlink(element);
    }
    attributes(label, element);
    inside(element);
    kept.add(element);
  }

  private boolean isFaulty(XmlElement link) {
    Optional<Threat> fault = OdfLinks.fault(link.attribute("href").orElse(""), rebuilding.policy());
    fault.ifPresent(threat -> ledger.add(threat, where));
    return fault.isPresent();
  }

  /// Any other link goes from its element.
  private void unlink(XmlElement element) {
    for (XmlAttribute attribute : element.attributes()) {
      if (attribute.name().equals("href")
          && NAMES.prefix(attribute.namespace()).equals("xlink")
          && !OWN.contains(attribute.value())) {
        ledger.add(Threat.EXTERNAL_CONTENT, where);
        List<XmlAttribute> kept = new ArrayList<>(element.attributes());
        kept.removeIf(other -> NAMES.prefix(other.namespace()).equals("xlink"));
        element.attributes(kept);
        return;
      }
    }
  }

  private void inside(XmlElement element) {
    if (!element.hasElements()) {
      return;
    }
    List<XmlNode> kept = new ArrayList<>(element.children().size());
    for (XmlNode child : element.children()) {
      if (child instanceof XmlElement inner) {
        place(inner, kept);
      } else {
        kept.add(child);
      }
    }
    element.children(kept);
  }

  private void attributes(String label, XmlElement element) {
    bindings(element);
    List<XmlAttribute> old = element.attributes();
    if (old.isEmpty()) {
      return;
    }
    List<XmlAttribute> kept = new ArrayList<>(old.size());
    for (XmlAttribute attribute : old) {
      if (NAMES.allows(attribute)
          && rules.attribute(label, name(attribute)) instanceof XmlRules.Rule.Keep
          && !isFaultyFormula(label, attribute)) {
        kept.add(attribute);
      }
    }
    element.attributes(kept);
  }

  private static String name(XmlAttribute attribute) {
    return attribute.namespace().isEmpty()
        ? attribute.name()
        : NAMES.prefix(attribute.namespace()) + ":" + attribute.name();
  }

  private boolean isFaultyFormula(String label, XmlAttribute attribute) {
    if (!FORMULAS.contains(attribute.name()) || !isFormula(label, attribute)) {
      return false;
    }
    if (attribute.name().equals("formula")
        && label.endsWith("table-cell")
        && !rebuilding.policy().formulas()) {
      ledger.add(Threat.FORMULA, where);
      return true;
    }
    Optional<Threat> fault = OdfFormula.fault(attribute.value(), rebuilding.policy());
    fault.ifPresent(threat -> ledger.add(threat, where));
    return fault.isPresent();
  }

  /// A formula of a drawing calculates with its own numbers; the value of a cell is no formula.
  private static boolean isFormula(String label, XmlAttribute attribute) {
    return attribute.name().equals("value")
        ? label.startsWith("calcext:")
        : !label.startsWith("draw:") && !label.startsWith("anim:");
  }

  private static void bindings(XmlElement element) {
    if (element.bindings().isEmpty()) {
      return;
    }
    List<XmlBinding> kept = new ArrayList<>(element.bindings().size());
    for (XmlBinding binding : element.bindings()) {
      // Formulas name their language by prefixes that no element uses.
      if (NAMES.space(binding.namespace()).isPresent()
          || OdfLinks.isLanguage(binding.namespace())) {
        kept.add(binding);
      }
    }
    element.bindings(kept);
  }
}
