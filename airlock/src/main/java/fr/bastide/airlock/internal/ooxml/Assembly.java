package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.Ledger;
import fr.bastide.airlock.internal.xml.WebLinks;
import fr.bastide.airlock.internal.xml.XmlElement;
import fr.bastide.airlock.internal.xml.XmlScan;
import fr.bastide.airlock.internal.zip.Member;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The package that leaves, as it grows from its first part along the relationships that may stay.
final class Assembly {

  private static final Set<String> COMMENTS =
      Set.of("word-comments", "sheet-comments", "slide-comments", "comment-authors");
  private static final Set<String> PAGES = Set.of("worksheet", "chartsheet", "slide");

  private final OpcPackage source;
  private final Workbench bench;
  private final Ledger ledger;
  private final PartRules rules = PartRules.ALL;
  private final Media media;
  private final Map<String, OutPart> parts = new LinkedHashMap<>();
  private final Map<String, Media.Picture> pictures = new LinkedHashMap<>();
  private final Map<String, String> picturePaths = new HashMap<>();
  private final Deque<OutPart> waiting = new ArrayDeque<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private String folder = "";
  private int pages;

  Assembly(OpcPackage source, Workbench bench, Ledger ledger) {
    this.source = source;
    this.bench = bench;
    this.ledger = ledger;
    this.media = new Media(bench, ledger);
  }

  Policy policy() {
    return bench.policy();
  }

  OpcPackage source() {
    return source;
  }

  /// All parts met so far.
  Iterable<OutPart> parts() {
    return parts.values();
  }

  /// Pictures by where they lie.
  Map<String, Media.Picture> pictures() {
    return pictures;
  }

  /// The next part to rebuild.
  Optional<OutPart> next() {
    return Optional.ofNullable(waiting.pollFirst());
  }

  /// Begins with the main part.
  OutPart begin(PartKind kind, Member member) {
    folder = kind.path().substring(0, kind.path().indexOf('/'));
    return add(kind, member);
  }

  /// Where a relationship of a part leads in what leaves; what does not leave is written down.
  Optional<OutPart.Link> resolve(PartKind from, String sourceName, Relationship link) {
    if (link.external()) {
      return outside(sourceName, link);
    }
    Optional<PartKind> kind = rules.kind(from, link.type());
    if (kind.isPresent()) {
      return inside(kind.get(), sourceName, link);
    }
    if (link.word().equals("image") && rules.isKnownFamily(link.type())) {
      return source
          .target(sourceName, link.target())
          .map(member -> new OutPart.Link(link.type(), picture(member), false));
    }
    rules.removal(link.type()).ifPresent(threat -> ledger.add(threat, place(sourceName, link)));
    return Optional.empty();
  }

  private Optional<OutPart.Link> outside(String sourceName, Relationship link) {
    if (link.word().equals("hyperlink") && rules.isKnownFamily(link.type())) {
      Optional<Threat> fault = WebLinks.fault(link.target(), policy().links());
      if (fault.isEmpty()) {
        return Optional.of(new OutPart.Link(link.type(), link.target(), true));
      }
      ledger.add(fault.get(), sourceName);
      return Optional.empty();
    }
    Threat threat =
        link.word().equals("image")
            ? Threat.EXTERNAL_CONTENT
            : rules.removal(link.type()).orElse(Threat.EXTERNAL_CONTENT);
    ledger.add(threat == Threat.UNKNOWN_PART ? Threat.EXTERNAL_CONTENT : threat, sourceName);
    return Optional.empty();
  }

  private Optional<OutPart.Link> inside(PartKind kind, String sourceName, Relationship link) {
    Optional<Member> member = source.target(sourceName, link.target());
    if (member.isEmpty()) {
      return Optional.empty();
    }
    if (COMMENTS.contains(kind.id()) && !policy().comments()) {
      ledger.add(Threat.HIDDEN_CONTENT, member.get().name());
      return Optional.empty();
    }
    if (kind.id().equals("core-properties") && !policy().metadata()) {
      ledger.add(Threat.METADATA, member.get().name());
      return Optional.empty();
    }
    return part(kind, member.get())
        .map(part -> new OutPart.Link(link.type(), "/" + part.path(), false));
  }

  /// The part made of a member; empty when the member is not what its relationship says.
  private Optional<OutPart> part(PartKind kind, Member member) {
    OutPart known = parts.get(member.name());
    if (known != null) {
      return known.kind().equals(kind) ? Optional.of(known) : Optional.empty();
    }
    if (!isWhatItSays(kind, member)) {
      boolean pivot = kind.id().startsWith("pivot-");
      ledger.add(pivot ? Threat.DATA_CONNECTION : Threat.UNKNOWN_PART, member.name());
      return Optional.empty();
    }
    return Optional.of(add(kind, member));
  }

  private boolean isWhatItSays(PartKind kind, Member member) {
    try {
      String label = ElementRules.NAMES.label(XmlScan.root(member.bytes(), member.name()));
      if (!kind.root().isEmpty() && !label.equals(kind.root())) {
        return false;
      }
      return !kind.spare() || isSound(kind, member);
    } catch (RefusedException malformed) {
      if (kind.spare()) {
        return false;
      }
      throw malformed;
    }
  }

  /// Whether a part that may be left out is well formed, and a pivot table one of sheets that
  /// leave.
  private boolean isSound(PartKind kind, Member member) {
    XmlElement root = XmlScan.whole(member.bytes(), member.name());
    return switch (kind.id()) {
      case "pivot-cache" -> PivotTables.isOfSheets(root, policy());
      case "pivot-table" ->
          source.relationships(member.name()).stream()
              .filter(link -> link.word().equals("pivotCacheDefinition"))
              .flatMap(link -> source.target(member.name(), link.target()).stream())
              .anyMatch(cache -> parts.containsKey(cache.name()));
      default -> true;
    };
  }

  private OutPart add(PartKind kind, Member member) {
    bench.parts(1);
    if (PAGES.contains(kind.id()) && ++pages > policy().limits().pages()) {
      throw new RefusedException(Reason.TOO_MANY_PARTS, member.name());
    }
    OutPart part = new OutPart(kind, member, numbered(kind.path()));
    parts.put(member.name(), part);
    waiting.addLast(part);
    return part;
  }

  /// A drawing made for a sheet that has none.
  OutPart drawing(Member made) {
    PartKind kind =
        rules
            .named("sheet-drawing")
            .orElseThrow(() -> new IllegalStateException("no kind of drawing"));
    return add(kind, made);
  }

  /// Where the rebuilt picture lies, as relationships say it.
  String picture(Member member) {
    String known = picturePaths.get(member.name());
    if (known == null) {
      Media.Picture picture = media.picture(member);
      String path = numbered("~/media/image#") + "." + picture.extension();
      pictures.put(path, picture);
      known = "/" + path;
      picturePaths.put(member.name(), known);
    }
    return known;
  }

  private String numbered(String pattern) {
    int number = numbers.merge(pattern, 1, Integer::sum);
    String path = pattern.replace("~", folder);
    if (pattern.indexOf('#') >= 0) {
      return path.replace("#", Integer.toString(number));
    }
    if (number > 1) {
      // A second part of a kind of which readers expect one: which one counts is not for us to say.
      throw new RefusedException(Reason.MALFORMED, path);
    }
    return path;
  }

  private String place(String sourceName, Relationship link) {
    return source
        .target(sourceName, link.target())
        .map(Member::name)
        .orElse(sourceName.isEmpty() ? "_rels/.rels" : sourceName);
  }
}
