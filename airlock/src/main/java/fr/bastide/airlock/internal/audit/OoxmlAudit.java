package fr.bastide.airlock.internal.audit;

import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Threat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// An Office Open XML package that leaves: its parts, what they say they are, how they are bound
/// together, and what stands in them (ECMA-376).
final class OoxmlAudit {

  private static final Map<String, Threat> NAMES =
      Map.ofEntries(
          Map.entry("vba", Threat.MACRO),
          Map.entry("macrosheet", Threat.MACRO),
          Map.entry("dialogsheet", Threat.MACRO),
          Map.entry("activex", Threat.ACTIVE_CONTROL),
          Map.entry("ctrlprops", Threat.ACTIVE_CONTROL),
          Map.entry("embeddings", Threat.EMBEDDED_OBJECT),
          Map.entry("webextension", Threat.WEB_EXTENSION),
          Map.entry("customui", Threat.INTERFACE_CHANGE),
          Map.entry("usercustomization", Threat.INTERFACE_CHANGE),
          Map.entry("externallink", Threat.EXTERNAL_CONTENT),
          Map.entry("connections", Threat.DATA_CONNECTION),
          Map.entry("querytable", Threat.DATA_CONNECTION),
          Map.entry("afchunk", Threat.EMBEDDED_OBJECT),
          Map.entry("oleobject", Threat.EMBEDDED_OBJECT),
          Map.entry("attachedtemplate", Threat.EXTERNAL_TEMPLATE),
          Map.entry("xmlmaps", Threat.DATA_CONNECTION),
          Map.entry("macroenabled", Threat.MACRO));

  private static final Set<String> PICTURES =
      Set.of("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp", "svg");

  private final Bytes bytes;
  private final Remains remains;

  OoxmlAudit(Bytes bytes, Remains remains) {
    this.bytes = bytes;
    this.remains = remains;
  }

  void look() {
    Map<String, Bytes> parts = ZipParts.read(bytes, remains);
    if (!parts.containsKey("[Content_Types].xml") || !parts.containsKey("_rels/.rels")) {
      throw new AuditFailure("no package");
    }
    parts.forEach((name, part) -> part(name, part, parts));
  }

  private void part(String name, Bytes part, Map<String, Bytes> parts) {
    String small = name.toLowerCase(Locale.ROOT);
    String extension = small.substring(small.lastIndexOf('.') + 1);
    threat(small).forEach(threat -> remains.add(threat, name));
    if (small.equals("[content_types].xml")) {
      contentTypes(part, name);
    } else if (extension.equals("rels")) {
      new RelationshipAudit(name, remains, parts).look(part);
    } else if (extension.equals("xml") || extension.equals("vml")) {
      new OfficeXmlAudit(name, remains).look(part);
    } else if (PICTURES.contains(extension)) {
      Remains inner = remains.within(name);
      Auditor.look(part, picture(part), inner, 1);
      remains.addAll(inner);
    } else if (!Metafile.is(part) && !(extension.equals("odttf") || extension.equals("fntdata"))) {
      remains.add(Threat.UNKNOWN_PART, name);
    }
  }

  /// Office reads pictures by their first bytes, whatever their name.
  private static ContentType picture(Bytes part) {
    return List.of(
            ContentType.PNG,
            ContentType.JPEG,
            ContentType.GIF,
            ContentType.TIFF,
            ContentType.WEBP,
            ContentType.BMP)
        .stream()
        .filter(type -> Marks.agree(part, type))
        .findFirst()
        .orElse(ContentType.SVG);
  }

  static List<Threat> threat(String small) {
    return NAMES.entrySet().stream()
        .filter(entry -> small.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .distinct()
        .toList();
  }

  private void contentTypes(Bytes part, String where) {
    Sax.read(
        part,
        where,
        new Sax.Eye() {
          @Override
          public void start(String name, org.xml.sax.Attributes attributes) {
            String type = attributes.getValue("ContentType");
            if (type != null) {
              threat(type.toLowerCase(Locale.ROOT)).forEach(threat -> remains.add(threat, where));
            }
          }

          @Override
          public void instruction(String target) {
            remains.add(Threat.UNKNOWN_PART, where);
          }
        });
  }
}
