package fr.bastide.airlock.internal.audit;

import fr.bastide.airlock.Threat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.xml.sax.Attributes;

/// An OpenDocument package that leaves (ODF 1.3): its parts and what stands in them.
final class OdfAudit {

  private static final Map<String, Threat> ELEMENTS =
      Map.ofEntries(
          Map.entry("script", Threat.SCRIPT),
          Map.entry("event-listener", Threat.SCRIPT),
          Map.entry("library", Threat.MACRO),
          Map.entry("libraries", Threat.MACRO),
          Map.entry("dde-connection", Threat.DYNAMIC_DATA_EXCHANGE),
          Map.entry("dde-connection-decl", Threat.DYNAMIC_DATA_EXCHANGE),
          Map.entry("dde-link", Threat.DYNAMIC_DATA_EXCHANGE),
          Map.entry("dde-source", Threat.DYNAMIC_DATA_EXCHANGE),
          Map.entry("object", Threat.EMBEDDED_OBJECT),
          Map.entry("object-ole", Threat.EMBEDDED_OBJECT),
          Map.entry("plugin", Threat.ACTIVE_CONTROL),
          Map.entry("applet", Threat.ACTIVE_CONTROL),
          Map.entry("floating-frame", Threat.EXTERNAL_CONTENT),
          Map.entry("section-source", Threat.EXTERNAL_CONTENT),
          Map.entry("table-source", Threat.EXTERNAL_CONTENT),
          Map.entry("cell-range-source", Threat.EXTERNAL_CONTENT),
          Map.entry("database-source-sql", Threat.DATA_CONNECTION),
          Map.entry("database-source-table", Threat.DATA_CONNECTION),
          Map.entry("database-source-query", Threat.DATA_CONNECTION),
          Map.entry("execute-macro", Threat.MACRO),
          Map.entry("form", Threat.FORM_SUBMISSION),
          Map.entry("template", Threat.EXTERNAL_TEMPLATE));

  private static final Set<String> LINKS = Set.of("a", "click");

  private final Bytes bytes;
  private final Remains remains;

  OdfAudit(Bytes bytes, Remains remains) {
    this.bytes = bytes;
    this.remains = remains;
  }

  void look() {
    Map<String, Bytes> parts = ZipParts.read(bytes, remains);
    if (!List.copyOf(parts.keySet()).getFirst().equals("mimetype")
        || !parts.containsKey("content.xml")) {
      throw new AuditFailure("no package");
    }
    parts.forEach((name, part) -> {
      String small = name.toLowerCase(Locale.ROOT);
      if (small.startsWith("basic/") || small.startsWith("scripts/")) {
        remains.add(Threat.MACRO, name);
      } else if (small.startsWith("configurations2/") && part.size() > 0) {
        remains.add(Threat.INTERFACE_CHANGE, name);
      } else if (small.endsWith(".xml") || small.endsWith(".rdf")) {
        Sax.read(part, name, new Eye(name, parts));
      } else if (small.startsWith("pictures/")
          || small.startsWith("media/")
          || small.startsWith("thumbnails/")) {
        picture(name, part);
      } else if (!small.equals("mimetype")) {
        remains.add(Threat.UNKNOWN_PART, name);
      }
    });
  }

  private void picture(String name, Bytes part) {
    if (Metafile.is(part)) {
      return;
    }
    Remains inner = remains.within(name);
    Auditor.look(part, Marks.ofMember(name), inner, 1);
    remains.addAll(inner);
  }

  private final class Eye implements Sax.Eye {
    private final String where;
    private final Map<String, Bytes> parts;

    Eye(String where, Map<String, Bytes> parts) {
      this.where = where;
      this.parts = parts;
    }

    @Override
    public void instruction(String target) {
      remains.add(Threat.UNKNOWN_PART, where);
    }

    @Override
    public void start(String name, Attributes attributes) {
      Threat threat = ELEMENTS.get(name);
      if (threat != null) {
        remains.add(threat, where);
      }
      for (int i = 0; i < attributes.getLength(); i++) {
        String value = attributes.getValue(i);
        switch (attributes.getLocalName(i)) {
          case "href" -> link(name, value);
          case "formula", "condition", "expression" -> {
            if (Formula.reachesOut(value)) {
              remains.add(Threat.FORMULA, where);
            }
          }
          case "macro-name", "script-location" -> remains.add(Threat.MACRO, where);
          default -> {}
        }
      }
    }

    private void link(String element, String target) {
      String inside = target.startsWith("./") ? target.substring(2) : target;
      if (target.isEmpty() || target.startsWith("#") || parts.containsKey(inside)) {
        return;
      }
      if (!LINKS.contains(element)) {
        remains.add(Threat.EXTERNAL_CONTENT, where);
      } else if (!Web.web(target, remains.policy())) {
        remains.add(Threat.DANGEROUS_LINK, where);
      }
    }
  }
}
