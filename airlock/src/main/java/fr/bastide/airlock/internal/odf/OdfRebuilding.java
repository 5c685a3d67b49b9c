package fr.bastide.airlock.internal.odf;

import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.Ledger;
import fr.bastide.airlock.internal.ooxml.Media;
import fr.bastide.airlock.internal.xml.XmlAttribute;
import fr.bastide.airlock.internal.xml.XmlElement;
import fr.bastide.airlock.internal.zip.Member;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The package that leaves, as it grows.
final class OdfRebuilding {

  private static final String XLINK = "http://www.w3.org/1999/xlink";

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

  /// What leaves so far, by name.
  Map<String, Out> files() {
    return files;
  }

  /// Rebuilds one part of XML; nothing happens when it is not there.
  void part(String name) {
    Optional<Member> member = source.part(name);
    if (member.isPresent()) {
      bench.parts(1);
      files.put(name, new Out("text/xml", new OdfPart(this, member.get(), ledger).rebuilt()));
    }
  }

  /// Rebuilds the picture of an element and points the element to it; false when it does not leave.
  boolean picture(XmlElement element, String where) {
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
    Optional<Member> member = source.target(href);
    if (member.isEmpty()) {
      if (href.indexOf(':') >= 0 || href.startsWith("/") || href.startsWith("..")) {
        ledger.add(Threat.EXTERNAL_CONTENT, where);
      }
      return false;
    }
    link(element, pictures.computeIfAbsent(member.get().name(), name -> add(name)));
    return true;
  }

  private String add(String name) {
    return add(source.part(name).orElseThrow());
  }

  private String add(Member member) {
    Media.Picture picture = media.picture(drawn(member));
    String path = "Pictures/image" + ++numbered + "." + picture.extension();
    files.put(path, new Out(picture.mediaType(), picture.bytes()));
    return path;
  }

  /// How a chart or a formula looks is drawn anew, in a form that other programs read too.
  private Member drawn(Member member) {
    if (!StarMetafile.isOne(member.bytes())) {
      return member;
    }
    Optional<String> svg = StarMetafile.svg(member.bytes());
    svg.ifPresent(text -> bench.yielded(text.length()));
    return svg.map(text -> new Member(member.name(), text.getBytes(StandardCharsets.UTF_8)))
        .orElse(member);
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
    link(element, add(new Member(where + "#" + (numbered + 1), bytes)));
    return true;
  }

  private static void link(XmlElement element, String path) {
    List<XmlAttribute> kept = new ArrayList<>(element.attributes());
    kept.removeIf(
        attribute -> attribute.namespace().equals(XLINK) || attribute.name().equals("mime-type"));
    kept.add(new XmlAttribute("xlink", XLINK, "href", path));
    kept.add(new XmlAttribute("xlink", XLINK, "type", "simple"));
    kept.add(new XmlAttribute("xlink", XLINK, "show", "embed"));
    kept.add(new XmlAttribute("xlink", XLINK, "actuate", "onLoad"));
    element.attributes(kept);
  }

  /// What a document within the document is: it stays behind, and its picture stands for it.
  static Threat object(XmlElement element) {
    return element.attribute("href").orElse("").indexOf(':') >= 0
        ? Threat.EXTERNAL_CONTENT
        : Threat.EMBEDDED_OBJECT;
  }
}
