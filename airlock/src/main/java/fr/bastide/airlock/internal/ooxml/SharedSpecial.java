package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.Ledger;
import fr.bastide.airlock.internal.xml.XmlAttribute;
import fr.bastide.airlock.internal.xml.XmlElement;
import fr.bastide.airlock.internal.xml.XmlNames;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Links, actions and formulas of the drawings, charts and texts that all formats share.
class SharedSpecial implements Special {

  static final XmlNames NAMES = ElementRules.NAMES;

  /// Kinds of graphic that leave.
  private static final Set<String> GRAPHICS =
      Set.of(
          "chart",
          "diagram",
          "picture",
          "table",
          "lockedCanvas",
          "wordprocessingShape",
          "wordprocessingGroup",
          "wordprocessingCanvas");

  final Policy policy;
  final References references;
  final Ledger ledger;
  final String where;

  SharedSpecial(Policy policy, References references, Ledger ledger, String where) {
    this.policy = policy;
    this.references = references;
    this.ledger = ledger;
    this.where = where;
  }

  @Override
  public Verdict judge(String label, XmlElement element, XmlElement parent) {
    return switch (label) {
      case "a:hlinkClick" -> click(element);
      case "a:graphicData" -> graphic(element);
      case "c:f", "c15:f", "c15:sqref" -> chartReference(element);
      case "w:hyperlink" -> wordLink(element);
      case "v:shape" -> shape(element);
      case "xdr:sp", "xdr:pic" -> textLink(element);
      default -> Verdict.KEEP;
    };
  }

  /// Whether the relationship that an element names leaves.
  final boolean leaves(XmlElement element) {
    return reference(element).map(references::leaves).orElse(false);
  }

  static Optional<String> reference(XmlElement element) {
    for (XmlAttribute attribute : element.attributes()) {
      if (Sieve.isReference(attribute) && !attribute.value().isEmpty()) {
        return Optional.of(attribute.value());
      }
    }
    return Optional.empty();
  }

  private Verdict wordLink(XmlElement element) {
    if (reference(element).isEmpty() || leaves(element)) {
      return Verdict.KEEP;
    }
    return Verdict.UNWRAP;
  }

  /// A click on something drawn (ECMA-376 part 1, 21.1.2.3.5 for the actions).
  private Verdict click(XmlElement element) {
    String action = element.attribute("action").orElse("").toLowerCase(Locale.ROOT);
    String verb =
        action.substring(0, action.indexOf('?') < 0 ? action.length() : action.indexOf('?'));
    Optional<Threat> fault =
        switch (verb) {
          case "" -> Optional.empty();
          case "ppaction://hlinksldjump",
              "ppaction://hlinkshowjump",
              "ppaction://noaction",
              "ppaction://customshow" ->
              Optional.empty();
          case "ppaction://program" -> Optional.of(Threat.LAUNCH);
          case "ppaction://macro" -> Optional.of(Threat.MACRO);
          case "ppaction://ole" -> Optional.of(Threat.EMBEDDED_OBJECT);
          case "ppaction://media" -> Optional.of(Threat.MULTIMEDIA);
          case "ppaction://hlinkfile", "ppaction://hlinkpres" ->
              Optional.of(Threat.REMOTE_DOCUMENT);
          default -> Optional.of(Threat.AUTOMATIC_ACTION);
        };
    if (fault.isPresent()) {
      ledger.add(fault.get(), where);
      return Verdict.DROP;
    }
    boolean named = reference(element).isPresent();
    if (named ? leaves(element) : !verb.isEmpty()) {
      return Verdict.KEEP;
    }
    return Verdict.DROP;
  }

  private Verdict graphic(XmlElement element) {
    String uri = element.attribute("uri").orElse("");
    if (GRAPHICS.contains(uri.substring(uri.lastIndexOf('/') + 1))) {
      return Verdict.KEEP;
    }
    ledger.add(Threat.UNKNOWN_PART, where);
    return Verdict.DROP;
  }

  private Verdict chartReference(XmlElement element) {
    Optional<Threat> fault = SheetFormula.fault(element.text(), policy, Set.of());
    if (fault.isPresent()) {
      ledger.add(fault.get(), where);
      element.text("#REF!");
    }
    return Verdict.KEEP;
  }

  /// A shape on a sheet shows what a formula yields.
  private Verdict textLink(XmlElement element) {
    Optional<String> formula = element.attribute("textlink");
    if (formula.isPresent() && SheetFormula.fault(formula.get(), policy, Set.of()).isPresent()) {
      ledger.add(Threat.FORMULA, where);
      element.set("textlink", "");
    }
    return Verdict.KEEP;
  }

  /// Controls of forms, and remarks where these do not leave, in drawings of sheets.
  private Verdict shape(XmlElement element) {
    Optional<XmlElement> client = element.child("ClientData");
    if (client.isEmpty() || !NAMES.is(client.get(), "xvml:ClientData")) {
      return Verdict.KEEP;
    }
    return switch (client.get().attribute("ObjectType").orElse("")) {
      case "Note" -> policy.comments() ? Verdict.KEEP : Verdict.DROP;
      // The picture of an object, which leaves in the drawing of the sheet.
      case "Pict" -> Verdict.DROP;
      case "Rect", "RectA", "Shape", "Group", "Line", "Oval", "Text" -> Verdict.KEEP;
      default -> {
        ledger.add(Threat.ACTIVE_CONTROL, where);
        yield Verdict.DROP;
      }
    };
  }
}
