package fr.bastide.airlock.internal.odf;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Disarmer;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.LeavingNames;
import fr.bastide.airlock.internal.Ledger;
import fr.bastide.airlock.internal.xml.XmlAttribute;
import fr.bastide.airlock.internal.xml.XmlElement;
import fr.bastide.airlock.internal.xml.XmlScan;
import fr.bastide.airlock.internal.xml.XmlWriting;
import fr.bastide.airlock.internal.zip.Member;
import fr.bastide.airlock.internal.zip.ZipWriting;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Rebuilds texts, sheets, presentations and drawings in OpenDocument (OASIS ODF 1.3).
public final class OdfDisarmer implements Disarmer {

  private static final String MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
  private static final Set<String> VERSIONS = Set.of("1.0", "1.1", "1.2", "1.3", "1.4");

  @Override
  public Set<ContentType> types() {
    return Set.of(ContentType.ODT, ContentType.ODS, ContentType.ODP, ContentType.ODG);
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
    OdfPackage source = OdfPackage.read(content.bytes(), bench);
    Ledger ledger = new Ledger();
    if (source.part("META-INF/documentsignatures.xml").isPresent()
        && bench.policy().signed() == Policy.Signed.QUARANTINE) {
      return new Outcome.Refused(Reason.SIGNED);
    }
    Member body =
        source
            .part("content.xml")
            .orElseThrow(() -> new RefusedException(Reason.MALFORMED, "content.xml"));
    String version = version(body);
    for (Member member : source.parts()) {
      OdfLeftovers.threat(member.name()).ifPresent(threat -> ledger.once(threat, member.name()));
    }
    OdfRebuilding rebuilding = new OdfRebuilding(source, bench, ledger);
    rebuilding.part("content.xml");
    rebuilding.part("styles.xml");
    made(source, "settings.xml", rebuilding, root -> OdfSettings.settings(root, version));
    boolean metadata = bench.policy().metadata();
    made(source, "meta.xml", rebuilding, root -> OdfSettings.meta(root, metadata, version));
    if (!metadata && source.part("meta.xml").isPresent()) {
      ledger.add(Threat.METADATA, "meta.xml");
    }
    byte[] bytes = written(rebuilding.files(), type, version);
    return new Outcome.Rebuilt(LeavingNames.content(content, type, bytes), type, ledger.list());
  }

  private static String version(Member body) {
    String version =
        XmlScan.root(body.bytes(), body.name()).attribute("version").orElse("1.2").strip();
    return VERSIONS.contains(version) ? version : "1.2";
  }

  /// A part of which nothing is copied.
  private static void made(
      OdfPackage source,
      String name,
      OdfRebuilding rebuilding,
      Function<XmlElement, XmlElement> making) {
    Optional<Member> member = source.part(name);
    if (member.isPresent()) {
      XmlElement root = making.apply(XmlScan.whole(member.get().bytes(), name));
      rebuilding.files().put(name, new OdfRebuilding.Out("text/xml", document(root)));
    }
  }

  private static byte[] document(XmlElement root) {
    XmlWriting out = new XmlWriting();
    out.write(root);
    return out.bytes();
  }

  private static byte[] written(
      Map<String, OdfRebuilding.Out> files, ContentType type, String version) {
    ZipWriting zip = new ZipWriting();
    zip.addStored("mimetype", type.mediaType().getBytes(StandardCharsets.US_ASCII));
    XmlElement manifest = new XmlElement("manifest", MANIFEST, "manifest");
    manifest.attributes(List.of(attribute("version", version)));
    manifest.add(entry(manifest, "/", type.mediaType()));
    files.forEach((name, out) -> {
      manifest.add(entry(manifest, name, out.mediaType()));
      zip.add(name, out.bytes());
    });
    zip.add("META-INF/manifest.xml", document(manifest));
    return zip.bytes();
  }

  private static XmlElement entry(XmlElement manifest, String path, String mediaType) {
    XmlElement entry = manifest.sibling("file-entry");
    entry.attributes(List.of(attribute("full-path", path), attribute("media-type", mediaType)));
    return entry;
  }

  private static XmlAttribute attribute(String name, String value) {
    return new XmlAttribute("manifest", MANIFEST, name, value);
  }
}
