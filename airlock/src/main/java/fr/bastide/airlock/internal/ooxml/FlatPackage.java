package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.Ledger;
import fr.bastide.airlock.internal.xml.XmlElement;
import fr.bastide.airlock.internal.xml.XmlScan;
import fr.bastide.airlock.internal.xml.XmlWriting;
import fr.bastide.airlock.internal.zip.ZipWriting;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Office documents in one file of XML, as Word and PowerPoint save them on request (Flat OPC): the
/// parts are put into a package, and the package sent through the door.
public final class FlatPackage {

  private static final String SPACE = "http://schemas.microsoft.com/office/2006/xmlPackage";
  private static final String TYPES =
      "http://schemas.openxmlformats.org/package/2006/content-types";
  private static final String INDEX = "[Content_Types].xml";
  private static final String WHERE = "xml";
  private static final int LONGEST_NAME = 300;

  private FlatPackage() {}

  public static boolean isOne(byte[] bytes) {
    XmlElement root = XmlScan.root(bytes, WHERE);
    return root.name().equals("package") && root.namespace().equals(SPACE);
  }

  /// The document rebuilt as a package, or refused.
  public static Outcome disarm(Content content, Workbench bench) {
    String name = content.name();
    int dot = name.lastIndexOf('.');
    Content inner = Content.of(dot > 0 ? name.substring(0, dot) : name, zip(content, bench));
    return switch (bench.pass(inner)) {
      case Outcome.Rebuilt rebuilt -> {
        Ledger ledger = new Ledger();
        ledger.add(Threat.CONVERTED, WHERE);
        rebuilt.findings().forEach(f -> ledger.add(f.threat(), f.where(), f.count()));
        yield new Outcome.Rebuilt(rebuilt.content(), rebuilt.type(), ledger.list());
      }
      case Outcome.Refused refused -> refused;
    };
  }

  private static byte[] zip(Content content, Workbench bench) {
    XmlElement types = new XmlElement("", TYPES, "Types");
    ZipWriting zip = new ZipWriting();
    Set<String> names = new HashSet<>(Set.of(INDEX.toLowerCase(Locale.ROOT)));
    for (XmlElement part : XmlScan.whole(content.bytes(), WHERE).elements()) {
      bench.parts(1);
      String name = part.attribute("name").orElse("");
      String path = name.startsWith("/") ? name.substring(1) : name;
      if (!part.name().equals("part") || path.isEmpty() || path.length() > LONGEST_NAME) {
        throw new RefusedException(Reason.MALFORMED, WHERE);
      }
      if (!names.add(path.toLowerCase(Locale.ROOT))) {
        throw new RefusedException(Reason.DUPLICATE_NAMES, WHERE);
      }
      byte[] bytes = bytes(part);
      bench.yielded(bytes.length);
      zip.add(path, bytes);
      XmlElement override = types.sibling("Override");
      override.set("PartName", "/" + path);
      override.set("ContentType", part.attribute("contentType").orElse(""));
      types.add(override);
    }
    zip.add(INDEX, written(types));
    return zip.bytes();
  }

  private static byte[] bytes(XmlElement part) {
    Optional<XmlElement> data = part.child("xmlData");
    if (data.isPresent()) {
      List<XmlElement> roots = data.get().elements();
      if (roots.size() != 1) {
        throw new RefusedException(Reason.MALFORMED, WHERE);
      }
      return written(roots.getFirst());
    }
    String coded = part.child("binaryData").map(XmlElement::text).orElse("");
    try {
      return Base64.getMimeDecoder().decode(coded.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException broken) {
      throw new RefusedException(Reason.MALFORMED, WHERE, broken);
    }
  }

  private static byte[] written(XmlElement root) {
    XmlWriting out = new XmlWriting();
    out.write(root);
    return out.bytes();
  }
}
