package fr.bastide.airlock.internal.odf;

import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.Ledger;
import fr.bastide.airlock.internal.ooxml.Media;
import fr.bastide.airlock.internal.xml.XmlAttribute;
import fr.bastide.airlock.internal.xml.XmlElement;
import fr.bastide.airlock.internal.xml.XmlScan;
import fr.bastide.airlock.internal.zip.Member;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The package that leaves, as it grows.
final class OdfRebuilding {

  private static final String XLINK = "http://www.w3.org/1999/xlink";
  private static final String CHART = "application/vnd.oasis.opendocument.chart";
  private static final String FORMULA = "application/vnd.oasis.opendocument.formula";

  /// A file that leaves.
  ///
  /// @param mediaType for the manifest
  @SuppressWarnings("ArrayRecordComponent") // a value on its way, never compared
  record Out(String mediaType, byte[] bytes) {}

  private final OdfPackage source;
  private final Workbench bench;
  private final Ledger ledger;
  private final Media media;
  private final Map<String, Out> files = new LinkedHashMap<>();
  private final Map<String, String> pictures = new LinkedHashMap<>();
  private final Map<String, String> objects = new LinkedHashMap<>();
  private final Set<XmlElement> rebuilt = Collections.newSetFromMap(new IdentityHashMap<>());
  private int numbered;

  OdfRebuilding(OdfPackage source, Workbench bench, Ledger ledger) {
    this.source = source;
    this.bench = bench;
    this.ledger = ledger;
    this.media = new Media(bench, ledger);
  }

  Policy policy() {
    return bench.policy();
  }

  /// What leaves so far, by name; folders of objects end with a slash and hold nothing.
  Map<String, Out> files() {
    return files;
  }

  /// Rebuilds one part of XML; nothing happens when it is not there.
  void part(String name, String folder) {
    Optional<Member> member = source.part(folder + name);
    if (member.isPresent()) {
      bench.parts(1);
      byte[] bytes = new OdfPart(this, member.get(), folder, ledger).rebuilt();
      files.put(outName(folder) + name, new Out("text/xml", bytes));
    }
  }

  private String outName(String folder) {
    return folder.isEmpty() ? "" : objects.getOrDefault(folder, "") + "/";
  }

  /// Rebuilds the picture of an element and points the element to it; false when it does not leave.
  boolean picture(XmlElement element, String folder, String where) {
    Optional<XmlElement> data = element.child("binary-data");
    String href = element.attribute("href").orElse("");
    if (data.isPresent()) {
      return inline(element, data.get(), where);
    }
    if (href.isEmpty()) {
      return !OdfRules.NAMES.is(element, "draw:image");
    }
    if (href.startsWith("#")) {
      return false;
    }
    Optional<Member> member = source.target(folder, href);
    if (member.isEmpty()) {
      member = source.target("", href.startsWith("../") ? href.substring(3) : href);
    }
    if (member.isEmpty()) {
      if (href.indexOf(':') >= 0 || href.startsWith("/") || href.startsWith("..")) {
        ledger.add(Threat.EXTERNAL_CONTENT, where);
      }
      return false;
    }
    link(element, pictures.computeIfAbsent(member.get().name(), name -> add(name)), folder);
    return true;
  }

  private String add(String name) {
    return add(source.part(name).orElseThrow());
  }

  private String add(Member member) {
    Media.Picture picture = media.picture(member);
    String path = "Pictures/image" + ++numbered + "." + picture.extension();
    files.put(path, new Out(picture.mediaType(), picture.bytes()));
    return path;
  }

  /// A picture written into the document itself becomes a file of the package.
  private boolean inline(XmlElement element, XmlElement data, String where) {
    byte[] bytes;
    try {
      bytes = Base64.getMimeDecoder().decode(data.text());
    } catch (IllegalArgumentException malformed) {
      ledger.add(Threat.UNKNOWN_PART, where);
      return false;
    }
    bench.yielded(bytes.length);
    bench.parts(1);
    element.children().remove(data);
    link(element, add(new Member(where + "#" + (numbered + 1), bytes)), "");
    return true;
  }

  private static void link(XmlElement element, String path, String folder) {
    List<XmlAttribute> kept = new ArrayList<>(element.attributes());
    kept.removeIf(
        attribute -> attribute.namespace().equals(XLINK) || attribute.name().equals("mime-type"));
    kept.add(new XmlAttribute("xlink", XLINK, "href", folder.isEmpty() ? path : "../" + path));
    kept.add(new XmlAttribute("xlink", XLINK, "type", "simple"));
    kept.add(new XmlAttribute("xlink", XLINK, "show", "embed"));
    kept.add(new XmlAttribute("xlink", XLINK, "actuate", "onLoad"));
    element.attributes(kept);
  }

  /// Rebuilds a chart or formula within the document; any other object leaves as its picture alone.
  boolean object(XmlElement element, String folder, String where) {
    String href = element.attribute("href").orElse("");
    Optional<XmlElement> inside = element.elements().stream().findFirst();
    if (href.isEmpty() && inside.isPresent()) {
      boolean formula = OdfRules.NAMES.is(inside.get(), "math:math");
      if (formula) {
        rebuilt.add(element);
      } else {
        ledger.add(Threat.EMBEDDED_OBJECT, where);
      }
      return formula;
    }
    Optional<Member> content = source.target(folder, href + "/content.xml");
    if (!folder.isEmpty() || content.isEmpty()) {
      ledger.add(href.indexOf(':') >= 0 ? Threat.EXTERNAL_CONTENT : Threat.EMBEDDED_OBJECT, where);
      return false;
    }
    String name = content.get().name();
    String inner = name.substring(0, name.lastIndexOf('/') + 1);
    Optional<String> type = objectType(content.get());
    if (type.isEmpty()) {
      ledger.add(Threat.EMBEDDED_OBJECT, where);
      return false;
    }
    String path = objects.get(inner);
    if (path == null) {
      path = "Object " + (objects.size() + 1);
      objects.put(inner, path);
      files.put(path + "/", new Out(type.get(), new byte[0]));
      part("content.xml", inner);
      part("styles.xml", inner);
    }
    link(element, "./" + path, "");
    element.children(new ArrayList<>());
    rebuilt.add(element);
    return true;
  }

  /// Whether an object was rebuilt with its frame.
  boolean leaves(XmlElement element) {
    return rebuilt.contains(element);
  }

  private static Optional<String> objectType(Member content) {
    XmlElement root = XmlScan.root(content.bytes(), content.name());
    if (OdfRules.NAMES.is(root, "math:math")) {
      return Optional.of(FORMULA);
    }
    boolean chart =
        OdfRules.NAMES.is(root, "office:document-content")
            && XmlScan.whole(content.bytes(), content.name())
                .child("body")
                .flatMap(body -> body.child("chart"))
                .isPresent();
    return chart ? Optional.of(CHART) : Optional.empty();
  }
}
