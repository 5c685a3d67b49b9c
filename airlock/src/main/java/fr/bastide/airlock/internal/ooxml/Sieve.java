package fr.bastide.airlock.internal.ooxml;

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
import java.util.Locale;
import java.util.Optional;
import java.util.StringTokenizer;

/// Lets through, of one part, the elements and attributes that are listed and that no rule takes
/// out.
final class Sieve {

  private static final XmlNames NAMES = ElementRules.NAMES;

  private final XmlRules rules = ElementRules.ALL;
  private final References references;
  private final Ledger ledger;
  private final String where;
  private final Special special;

  Sieve(References references, Ledger ledger, String where, Special special) {
    this.references = references;
    this.ledger = ledger;
    this.where = where;
    this.special = special;
  }

  /// What is left of a piece: nothing, itself, or what was in it.
  List<XmlNode> sift(XmlElement piece, XmlElement parent) {
    List<XmlNode> kept = new ArrayList<>(1);
    place(piece, parent, kept);
    return kept;
  }

  /// Sifts the start tag of an element whose content comes piece by piece.
  void start(XmlElement element) {
    attributes(NAMES.label(element), element);
  }

  private void place(XmlElement element, XmlElement parent, List<XmlNode> kept) {
    String label = NAMES.label(element);
    switch (verdict(label, element, parent)) {
      case DROP -> {
        // Nothing of it is kept.
      }
      case UNWRAP -> {
        inside(element);
        kept.addAll(element.children());
      }
      case KEEP -> {
        if (attributes(label, element)) {
          inside(element);
          if (!isHollow(label, element)) {
            kept.add(element);
          }
        }
      }
    }
  }

  private Verdict verdict(String label, XmlElement element, XmlElement parent) {
    if (label.isEmpty()) {
      if (!rules.isQuiet(element.namespace())) {
        ledger.add(Threat.UNKNOWN_PART, where);
      }
      return Verdict.DROP;
    }
    return switch (rules.element(label)) {
      case XmlRules.Rule.Drop drop -> {
        // A relationship that goes is told with the relationships of its part.
        if (!hasReference(element)) {
          drop.threat().ifPresent(threat -> ledger.add(threat, where));
        }
        yield Verdict.DROP;
      }
      case XmlRules.Rule.Unwrap unwrap -> Verdict.UNWRAP;
      case XmlRules.Rule.Keep keep -> special.judge(label, element, parent);
    };
  }

  private void inside(XmlElement element) {
    if (!element.hasElements()) {
      return;
    }
    List<XmlNode> kept = new ArrayList<>(element.children().size());
    for (XmlNode child : element.children()) {
      if (child instanceof XmlElement inner) {
        place(inner, element, kept);
      } else {
        kept.add(child);
      }
    }
    element.children(kept);
  }

  private boolean isHollow(String label, XmlElement element) {
    if (rules.isHollow(label, element)) {
      return true;
    }
    boolean extension = element.name().equals("ext") && element.attribute("uri").isPresent();
    return !element.hasElements() && (extension || label.startsWith("mc:"));
  }

  /// Sifts the attributes and declarations; false when the element goes with a reference.
  private boolean attributes(String label, XmlElement element) {
    bindings(element);
    List<XmlAttribute> old = element.attributes();
    if (old.isEmpty()) {
      return true;
    }
    List<XmlAttribute> kept = new ArrayList<>(old.size());
    for (XmlAttribute attribute : old) {
      if (!NAMES.allows(attribute) || isTaken(label, attribute)) {
        continue;
      }
      boolean reference = isReference(attribute) && !attribute.value().isEmpty();
      if (reference && !references.leaves(attribute.value())) {
        if (!rules.sparesReference(label)) {
          return false;
        }
      } else if (attribute.name().equals("Ignorable")) {
        ignorable(element, attribute).ifPresent(kept::add);
      } else {
        kept.add(attribute);
      }
    }
    element.attributes(kept);
    return true;
  }

  private boolean isTaken(String label, XmlAttribute attribute) {
    if (attribute.name().equals("style") && isActiveStyle(attribute.value())) {
      ledger.add(Threat.SCRIPT, where);
      return true;
    }
    String name =
        attribute.namespace().isEmpty()
            ? attribute.name()
            : NAMES.prefix(attribute.namespace()) + ":" + attribute.name();
    return switch (rules.attribute(label, name)) {
      case XmlRules.Rule.Drop drop -> {
        String value = attribute.value();
        if (!value.isEmpty() && !value.equals("0") && !value.equals("false")) {
          drop.threat().ifPresent(threat -> ledger.add(threat, where));
        }
        yield true;
      }
      case XmlRules.Rule.Unwrap unwrap -> false;
      case XmlRules.Rule.Keep keep -> false;
    };
  }

  private static boolean isActiveStyle(String style) {
    String lower = style.toLowerCase(Locale.ROOT);
    return lower.contains("url(") || lower.contains("expression") || lower.contains("behavior");
  }

  private static boolean hasReference(XmlElement element) {
    for (XmlAttribute attribute : element.attributes()) {
      if (isReference(attribute)) {
        return true;
      }
    }
    return false;
  }

  /// Whether an attribute names a relationship: all of their namespace, and one of VML.
  static boolean isReference(XmlAttribute attribute) {
    String prefix = NAMES.prefix(attribute.namespace());
    return prefix.equals("r") || (prefix.equals("o") && attribute.name().equals("relid"));
  }

  private static void bindings(XmlElement element) {
    if (element.bindings().isEmpty()) {
      return;
    }
    List<XmlBinding> kept = new ArrayList<>(element.bindings().size());
    for (XmlBinding binding : element.bindings()) {
      if (NAMES.space(binding.namespace()).isPresent()) {
        kept.add(binding);
      }
    }
    element.bindings(kept);
  }

  /// The prefixes that programs may ignore, of those that are still declared on the element.
  private static Optional<XmlAttribute> ignorable(XmlElement element, XmlAttribute attribute) {
    StringBuilder prefixes = new StringBuilder();
    StringTokenizer words = new StringTokenizer(attribute.value());
    while (words.hasMoreTokens()) {
      String word = words.nextToken();
      for (XmlBinding binding : element.bindings()) {
        if (binding.prefix().equals(word)) {
          prefixes.append(prefixes.isEmpty() ? "" : " ").append(word);
        }
      }
    }
    return prefixes.isEmpty() ? Optional.empty() : Optional.of(attribute.with(prefixes.toString()));
  }
}
