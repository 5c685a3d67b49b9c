package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.Lists;
import fr.bastide.airlock.internal.Resources;
import fr.bastide.airlock.internal.xml.XmlRules;
import fr.bastide.airlock.internal.xml.XmlSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which parts leave and what the others are, from `parts.yaml`.
final class PartRules {

  static final PartRules ALL = new PartRules();

  private final Set<String> families = new HashSet<>();
  private final Map<String, List<PartKind>> kinds = new HashMap<>();
  private final Map<String, Threat> removed = new HashMap<>();
  private final Set<String> quiet;

  private PartRules() {
    Map<String, Object> data = Resources.document("ooxml/parts.yaml");
    Map<String, Object> bases = Resources.mapping(data, "families");
    bases.keySet().forEach(key -> families.add(Resources.string(bases, key)));
    Map<String, Object> listed = Resources.mapping(data, "kinds");
    for (String id : listed.keySet()) {
      PartKind kind = kind(id, Resources.mapping(listed, id));
      kinds.computeIfAbsent(kind.to(), key -> new ArrayList<>()).add(kind);
    }
    Map<String, Object> gone = Resources.mapping(data, "removed");
    for (String threat : gone.keySet()) {
      for (String word : XmlSpace.words(Resources.string(gone, threat))) {
        removed.put(word, XmlRules.threat(threat));
      }
    }
    quiet = XmlSpace.words(Resources.string(data, "quiet"));
  }

  private static PartKind kind(String id, Map<String, Object> entry) {
    return new PartKind(
        id,
        Set.copyOf(Lists.strings(entry, "from")),
        Resources.string(entry, "to"),
        Resources.string(entry, "root"),
        Resources.string(entry, "path"),
        Resources.string(entry, "content"),
        entry.containsKey("named"),
        entry.containsKey("spare"));
  }

  /// The last word of a relationship's type.
  static String word(String type) {
    return type.substring(type.lastIndexOf('/') + 1);
  }

  /// Whether a type is of one of the families whose parts may leave.
  boolean isKnownFamily(String type) {
    return families.contains(type.substring(0, type.lastIndexOf('/') + 1));
  }

  /// The kind of part that a relationship leads to.
  Optional<PartKind> kind(PartKind from, String type) {
    if (!isKnownFamily(type)) {
      return Optional.empty();
    }
    for (PartKind kind : kinds.getOrDefault(word(type), List.of())) {
      if (kind.from().contains(from.id())) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /// The kind of a name in the list.
  Optional<PartKind> named(String id) {
    return kinds.values().stream()
        .flatMap(List::stream)
        .filter(kind -> kind.id().equals(id))
        .findFirst();
  }

  /// The main kind whose part begins with this element.
  Optional<PartKind> main(String root) {
    return kinds.getOrDefault("officeDocument", List.of()).stream()
        .filter(kind -> kind.root().equals(root))
        .findFirst();
  }

  /// What a relationship that does not leave is to people; empty when it is not worth a word.
  Optional<Threat> removal(String type) {
    String word = word(type);
    Threat threat = removed.get(word);
    if (threat != null) {
      return Optional.of(threat);
    }
    return quiet.contains(word) ? Optional.empty() : Optional.of(Threat.UNKNOWN_PART);
  }
}
