package fr.bastide.airlock.internal.audit;

import fr.bastide.airlock.Threat;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.xml.sax.Attributes;

/// One part of relationships: what it binds must be there, and nothing outside may be bound but a
/// link that policy allows.
final class RelationshipAudit implements Sax.Eye {

  private final String where;
  private final Remains remains;
  private final Map<String, Bytes> parts;
  private final Set<String> ids = new HashSet<>();

  RelationshipAudit(String where, Remains remains, Map<String, Bytes> parts) {
    this.where = where;
    this.remains = remains;
    this.parts = parts;
  }

  void look(Bytes part) {
    Sax.read(part, where, this);
  }

  @Override
  public void instruction(String target) {
    remains.add(Threat.UNKNOWN_PART, where);
  }

  @Override
  public void start(String name, Attributes attributes) {
    if (!name.equals("Relationship")) {
      return;
    }
    String type = value(attributes, "Type");
    String target = value(attributes, "Target");
    String kind = type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (!ids.add(value(attributes, "Id"))) {
      remains.add(Threat.CONTENT_MASKING, where);
    }
    OoxmlAudit.threat(kind).forEach(threat -> remains.add(threat, where));
    if (value(attributes, "TargetMode").equals("External")) {
      external(kind, target);
    } else if (!present(target)) {
      remains.add(Threat.UNKNOWN_PART, where);
    }
  }

  private void external(String kind, String target) {
    if (!kind.equals("hyperlink")) {
      remains.add(
          kind.contains("template") ? Threat.EXTERNAL_TEMPLATE : Threat.EXTERNAL_CONTENT, where);
    } else if (!Web.allowed(target, remains.policy())) {
      remains.add(Threat.DANGEROUS_LINK, where);
    }
  }

  private boolean present(String target) {
    if (target.startsWith("#")) {
      return true;
    }
    try {
      // _rels/x.rels binds from the folder above it.
      String source = where.replace("_rels/", "");
      String path = new URI("file", "", "/" + source, null).resolve(new URI(target)).getPath();
      return path != null && !path.isEmpty() && parts.containsKey(path.substring(1));
    } catch (URISyntaxException odd) {
      return false;
    }
  }

  private static String value(Attributes attributes, String name) {
    String value = attributes.getValue(name);
    return value == null ? "" : value;
  }
}
