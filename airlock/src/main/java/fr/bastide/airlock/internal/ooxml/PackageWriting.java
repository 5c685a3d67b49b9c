package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.internal.xml.XmlElement;
import fr.bastide.airlock.internal.xml.XmlWriting;
import fr.bastide.airlock.internal.zip.ZipWriting;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes the package: content types, relationships and parts (ECMA-376 part 2, clauses 6 and 7).
final class PackageWriting {

  private static final String TYPES =
      "http://schemas.openxmlformats.org/package/2006/content-types";
  private static final String LINKS =
      "http://schemas.openxmlformats.org/package/2006/relationships";

  private PackageWriting() {}

  /// The package.
  ///
  /// @param mainType the content type of its main part
  static byte[] written(Assembly assembly, Map<String, OutPart.Link> roots, String mainType) {
    ZipWriting zip = new ZipWriting();
    zip.add("[Content_Types].xml", types(assembly, mainType));
    zip.add("_rels/.rels", links(roots, ""));
    for (OutPart part : assembly.parts()) {
      zip.add(part.path(), part.bytes());
      if (!part.links().isEmpty()) {
        int slash = part.path().lastIndexOf('/');
        String rels =
            part.path().substring(0, slash + 1) + "_rels" + part.path().substring(slash) + ".rels";
        zip.add(rels, links(part.links(), part.path()));
      }
    }
    assembly.pictures().forEach((path, picture) -> zip.add(path, picture.bytes()));
    return zip.bytes();
  }

  private static byte[] types(Assembly assembly, String mainType) {
    XmlElement root = new XmlElement("", TYPES, "Types");
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("rels", "application/vnd.openxmlformats-package.relationships+xml");
    defaults.put("xml", "application/xml");
    assembly
        .pictures()
        .values()
        .forEach(picture -> defaults.put(picture.extension(), picture.mediaType()));
    defaults.forEach((extension, type) -> {
      XmlElement element = root.sibling("Default");
      element.set("Extension", extension);
      element.set("ContentType", type);
      root.add(element);
    });
    for (OutPart part : assembly.parts()) {
      XmlElement element = root.sibling("Override");
      element.set("PartName", "/" + part.path());
      String type = part.kind().content();
      element.set("ContentType", type.equals("main") ? mainType : type);
      root.add(element);
    }
    return document(root);
  }

  private static byte[] links(Map<String, OutPart.Link> links, String source) {
    XmlElement root = new XmlElement("", LINKS, "Relationships");
    links.forEach((id, link) -> {
      XmlElement element = root.sibling("Relationship");
      element.set("Id", id);
      element.set("Type", link.type());
      element.set("Target", link.external() ? link.target() : relative(source, link.target()));
      if (link.external()) {
        element.set("TargetMode", "External");
      }
      root.add(element);
    });
    return document(root);
  }

  private static byte[] document(XmlElement root) {
    XmlWriting out = new XmlWriting();
    out.write(root);
    return out.bytes();
  }

  /// The way from one part to another.
  static String relative(String source, String target) {
    String[] from = steps(source);
    String[] to = steps(target);
    int common = 0;
    while (common < from.length - 1 && common < to.length - 1 && from[common].equals(to[common])) {
      common++;
    }
    StringBuilder way = new StringBuilder();
    for (int i = common; i < from.length - 1; i++) {
      way.append("../");
    }
    for (int i = common; i < to.length; i++) {
      way.append(i > common ? "/" : "").append(to[i]);
    }
    return way.toString();
  }

  private static String[] steps(String path) {
    java.util.List<String> steps = new java.util.ArrayList<>();
    java.util.StringTokenizer words = new java.util.StringTokenizer(path, "/");
    while (words.hasMoreTokens()) {
      steps.add(words.nextToken());
    }
    return steps.toArray(String[]::new);
  }
}
