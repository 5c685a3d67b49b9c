package fr.bastide.airlock.internal.legacy;

import fr.bastide.airlock.internal.zip.ZipWriting;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes an OPC package (ECMA-376 part 2): its parts, their content types and relationships.
final class OpcWriting {

  static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  @SuppressWarnings("ArrayRecordComponent") // on its way to the package, never compared
  private record Part(String type, byte[] bytes) {}

  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final Map<String, List<Markup>> relations = new TreeMap<>();

  /// Adds a part.
  ///
  /// @param name its path without the first `/`
  void part(String name, String type, byte[] bytes) {
    parts.put(name, new Part(type, bytes));
  }

  void part(String name, String type, Markup xml) {
    part(name, type, new Markup().raw(XML).append(xml).bytes());
  }

  /// Relates a part (or the package, when empty) to another.
  ///
  /// @return the relationship's identifier
  String relate(String from, String kind, String target) {
    return relate(from, kind, target, false);
  }

  /// Relates a part to an address outside; only for links that the policy lets stay.
  String relateOutside(String from, String kind, String address) {
    return relate(from, kind, address, true);
  }

  private String relate(String from, String kind, String target, boolean outside) {
    List<Markup> own = relations.computeIfAbsent(from, _ -> new ArrayList<>());
    String id = "rId" + (own.size() + 1);
    Markup relation =
        new Markup()
            .raw("<Relationship")
            .attribute("Id", id)
            .attribute("Type", RELATIONS + kind)
            .attribute("Target", target);
    if (outside) {
      relation.attribute("TargetMode", "External");
    }
    own.add(relation.raw("/>"));
    return id;
  }

  byte[] bytes() {
    ZipWriting zip = new ZipWriting();
    zip.add("[Content_Types].xml", types());
    relations.forEach((from, own) -> zip.add(relationsOf(from), relations(own)));
    parts.forEach((name, part) -> zip.add(name, part.bytes()));
    return zip.bytes();
  }

  private static String relationsOf(String part) {
    int slash = part.lastIndexOf('/') + 1;
    return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
  }

  private static byte[] relations(List<Markup> own) {
    Markup xml = new Markup().raw(XML);
    xml.raw(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    own.forEach(xml::append);
    return xml.raw("</Relationships>").bytes();
  }

  private byte[] types() {
    StringBuilder xml = new StringBuilder(XML);
    xml.append("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
    xml.append("<Default Extension=\"rels\" ContentType=\"")
        .append("application/vnd.openxmlformats-package.relationships+xml\"/>");
    xml.append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    parts.forEach((name, part) ->
        xml.append("<Override PartName=\"/")
            .append(name)
            .append("\" ContentType=\"")
            .append(part.type())
            .append("\"/>"));
    return xml.append("</Types>").toString().getBytes(StandardCharsets.UTF_8);
  }
}
