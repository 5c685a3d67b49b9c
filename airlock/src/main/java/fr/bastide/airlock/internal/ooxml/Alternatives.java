package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.internal.xml.XmlBinding;
import fr.bastide.airlock.internal.xml.XmlElement;
import fr.bastide.airlock.internal.xml.XmlNode;
import fr.bastide.airlock.internal.xml.XmlRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;

/// Leaves one branch of each alternate content (ECMA-376 part 3, clause 7.5), so that no two
/// readers see different things: the first choice that common programs show, or else the fallback.
final class Alternatives {

  private final XmlRules rules = ElementRules.ALL;
  private final List<XmlBinding> scope = new ArrayList<>();

  /// Adds the declarations of an element whose content comes piece by piece.
  void enter(XmlElement opened) {
    scope.addAll(opened.bindings());
  }

  /// Resolves all alternates within an element.
  void resolve(XmlElement element) {
    int mark = scope.size();
    scope.addAll(element.bindings());
    if (element.hasElements()) {
      List<XmlNode> kept = new ArrayList<>(element.children().size());
      for (XmlNode child : element.children()) {
        if (child instanceof XmlElement inner && isAlternate(inner)) {
          kept.addAll(branch(inner));
        } else {
          kept.add(child);
        }
      }
      element.children(kept);
      element.elements().forEach(this::resolve);
    }
    scope.subList(mark, scope.size()).clear();
  }

  private static boolean isAlternate(XmlElement element) {
    return ElementRules.NAMES.is(element, "mc:AlternateContent");
  }

  private List<XmlNode> branch(XmlElement alternate) {
    int mark = scope.size();
    scope.addAll(alternate.bindings());
    try {
      for (XmlElement option : alternate.elements()) {
        if (ElementRules.NAMES.is(option, "mc:Choice") && isShown(option)) {
          alternate.children(new ArrayList<>(List.of(option)));
          return List.of(alternate);
        }
        if (ElementRules.NAMES.is(option, "mc:Fallback")) {
          return nested(option);
        }
      }
      return List.of();
    } finally {
      scope.subList(mark, scope.size()).clear();
    }
  }

  /// What a fallback holds; alternates directly within are resolved in their turn.
  private List<XmlNode> nested(XmlElement fallback) {
    resolve(fallback);
    return fallback.children();
  }

  private boolean isShown(XmlElement choice) {
    StringTokenizer prefixes = new StringTokenizer(choice.attribute("Requires").orElse(""));
    boolean any = false;
    while (prefixes.hasMoreTokens()) {
      any = true;
      Optional<String> namespace = namespace(choice, prefixes.nextToken());
      if (namespace.isEmpty() || !rules.isUnderstood(namespace.get())) {
        return false;
      }
    }
    return any;
  }

  private Optional<String> namespace(XmlElement choice, String prefix) {
    for (XmlBinding binding : choice.bindings()) {
      if (binding.prefix().equals(prefix)) {
        return Optional.of(binding.namespace());
      }
    }
    for (int i = scope.size() - 1; i >= 0; i--) {
      if (scope.get(i).prefix().equals(prefix)) {
        return Optional.of(scope.get(i).namespace());
      }
    }
    return Optional.empty();
  }
}
