package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.internal.zip.Member;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The relationships of the part in work: those that go without being named leave at once, the
/// others when an element names them.
final class PartLinks implements References {

  private final Assembly assembly;
  private final OutPart part;
  private final Map<String, Relationship> links = new LinkedHashMap<>();
  private final Map<String, Boolean> known = new HashMap<>();

  PartLinks(Assembly assembly, OutPart part) {
    this.assembly = assembly;
    this.part = part;
    Set<String> kinds = new HashSet<>();
    for (Relationship link : assembly.source().relationships(part.source().name())) {
      links.put(link.id(), link);
      Optional<PartKind> kind =
          link.external() ? Optional.empty() : PartRules.ALL.kind(part.kind(), link.type());
      boolean unnamed = kind.isPresent() && (!kind.get().named() || isKin(part, kind.get()));
      boolean removed = kind.isEmpty() && !isNamed(link);
      if (removed || (unnamed && (isMany(kind.get()) || kinds.add(kind.get().id())))) {
        leaves(link.id());
      }
    }
  }

  /// Notes belong to their slide, and pivot tables to their data, without naming them.
  private static boolean isKin(OutPart part, PartKind kind) {
    return (part.kind().id().equals("notes-slide") && kind.id().equals("slide"))
        || (part.kind().id().equals("pivot-table") && kind.id().equals("pivot-cache"));
  }

  /// Pictures and links matter only where they are named.
  private static boolean isNamed(Relationship link) {
    return link.word().equals("image") || link.word().equals("hyperlink");
  }

  /// Kinds of which one part may have many without naming them.
  private static boolean isMany(PartKind kind) {
    return kind.id().equals("slide-layout")
        || kind.id().equals("slide-master")
        || kind.id().equals("pivot-table")
        || kind.id().equals("diagram-drawing");
  }

  @Override
  public boolean leaves(String id) {
    Boolean before = known.get(id);
    if (before != null) {
      return before;
    }
    Relationship link = links.get(id);
    boolean leaves = false;
    if (link != null) {
      Optional<OutPart.Link> out = assembly.resolve(part.kind(), part.source().name(), link);
      out.ifPresent(target -> part.links().put(id, target));
      leaves = out.isPresent();
    }
    known.put(id, leaves);
    return leaves;
  }

  /// Adds a relationship to a picture; its name.
  ///
  /// @param type of the relationship
  String picture(Member image, String type) {
    return add(new OutPart.Link(type, assembly.picture(image), false));
  }

  /// Adds a relationship that the part did not have; its name.
  String add(OutPart.Link link) {
    int number = links.size() + known.size() + 1;
    while (links.containsKey("rId" + number) || known.containsKey("rId" + number)) {
      number++;
    }
    String id = "rId" + number;
    part.links().put(id, link);
    known.put(id, true);
    return id;
  }
}
