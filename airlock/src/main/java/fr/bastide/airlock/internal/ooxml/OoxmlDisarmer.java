package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Disarmer;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.LeavingNames;
import fr.bastide.airlock.internal.Ledger;
import fr.bastide.airlock.internal.xml.XmlScan;
import fr.bastide.airlock.internal.zip.Member;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Rebuilds Word, Excel and PowerPoint documents of the Office Open XML family (ECMA-376, ISO/IEC
/// 29500), always as the format without macros.
public final class OoxmlDisarmer implements Disarmer {

  private static final Set<ContentType> TYPES =
      Set.of(
          ContentType.DOCX,
          ContentType.DOCM,
          ContentType.DOTX,
          ContentType.DOTM,
          ContentType.XLSX,
          ContentType.XLSM,
          ContentType.XLTX,
          ContentType.XLTM,
          ContentType.PPTX,
          ContentType.PPTM,
          ContentType.POTX,
          ContentType.POTM,
          ContentType.PPSX,
          ContentType.PPSM);

  @Override
  public Set<ContentType> types() {
    return TYPES;
  }

  @Override
  public Outcome disarm(Content content, ContentType type, Workbench bench) {
    try {
      return rebuilt(content, type, bench);
    } catch (RefusedException refused) {
      throw refused;
    } catch (RuntimeException broken) {
      // The platform's XML reader throws whatever happens to it on some malformed documents.
      throw new RefusedException(Reason.MALFORMED, type.extension(), broken);
    }
  }

  private static Outcome rebuilt(Content content, ContentType type, Workbench bench) {
    OpcPackage source = OpcPackage.read(content.bytes(), bench);
    Ledger ledger = new Ledger();
    Assembly assembly = new Assembly(source, bench, ledger);
    Map<String, OutPart.Link> roots = new LinkedHashMap<>();
    for (Relationship link : source.relationships("")) {
      if (isMain(link) && roots.isEmpty()) {
        OutPart main = main(assembly, link, type);
        roots.put("rId1", new OutPart.Link(link.type(), "/" + main.path(), false));
      }
    }
    if (roots.isEmpty()) {
      return new Outcome.Refused(Reason.MALFORMED, "_rels/.rels");
    }
    for (Relationship link : source.relationships("")) {
      if (link.word().equals("origin") && isSigned(source, link, bench.policy())) {
        return new Outcome.Refused(Reason.SIGNED);
      }
      if (!isMain(link)) {
        assembly
            .resolve(PartKind.PACKAGE, "", link)
            .ifPresent(target -> roots.put("rId" + (roots.size() + 1), target));
      }
    }
    Workbook workbook = new Workbook();
    for (Optional<OutPart> part = assembly.next(); part.isPresent(); part = assembly.next()) {
      bench.yielded(0);
      new PartWriting(assembly, part.get(), workbook, ledger).run();
    }
    ContentType out = plain(type);
    byte[] bytes = PackageWriting.written(assembly, roots, out.mediaType() + ".main+xml");
    return new Outcome.Rebuilt(LeavingNames.content(content, out, bytes), out, ledger.list());
  }

  private static boolean isMain(Relationship link) {
    return link.word().equals("officeDocument")
        && !link.external()
        && PartRules.ALL.isKnownFamily(link.type());
  }

  private static OutPart main(Assembly assembly, Relationship link, ContentType type) {
    Member member =
        assembly
            .source()
            .target("", link.target())
            .orElseThrow(() -> new RefusedException(Reason.MALFORMED, "_rels/.rels"));
    String root = ElementRules.NAMES.label(XmlScan.root(member.bytes(), member.name()));
    PartKind kind =
        PartRules.ALL
            .main(root)
            .orElseThrow(() -> new RefusedException(Reason.MALFORMED, member.name()));
    if (!kind.id().equals(application(type))) {
      throw new RefusedException(Reason.POLYGLOT, member.name());
    }
    return assembly.begin(kind, member);
  }

  /// The kind of main part that a kind of document has.
  private static String application(ContentType type) {
    return switch (type) {
      case DOCX, DOCM, DOTX, DOTM -> "document";
      case XLSX, XLSM, XLTX, XLTM -> "workbook";
      default -> "presentation";
    };
  }

  /// Whether a document bears a signature that policy does not let a rebuild break.
  private static boolean isSigned(OpcPackage source, Relationship origin, Policy policy) {
    Optional<Member> part = source.target("", origin.target());
    return policy.signed() == Policy.Signed.QUARANTINE
        && part.isPresent()
        && source.relationships(part.get().name()).stream()
            .anyMatch(link -> link.word().equals("signature"));
  }

  /// The kind that a kind leaves as.
  private static ContentType plain(ContentType type) {
    return switch (type) {
      case DOCM, DOTM -> ContentType.DOCX;
      case XLSM, XLTM -> ContentType.XLSX;
      case PPTM, POTM -> ContentType.PPTX;
      case PPSM -> ContentType.PPSX;
      default -> type;
    };
  }
}
