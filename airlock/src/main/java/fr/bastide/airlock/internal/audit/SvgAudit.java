package fr.bastide.airlock.internal.audit;

import fr.bastide.airlock.Threat;
import java.util.Locale;
import java.util.Map;
import org.xml.sax.Attributes;

/// A vector picture that leaves: it shows, and does nothing.
final class SvgAudit implements Sax.Eye {

  private static final Map<String, Threat> ELEMENTS =
      Map.ofEntries(
          Map.entry("script", Threat.SCRIPT),
          Map.entry("handler", Threat.SCRIPT),
          Map.entry("foreignObject", Threat.EMBEDDED_OBJECT),
          Map.entry("iframe", Threat.EXTERNAL_CONTENT),
          Map.entry("object", Threat.EMBEDDED_OBJECT),
          Map.entry("embed", Threat.EMBEDDED_OBJECT),
          Map.entry("audio", Threat.MULTIMEDIA),
          Map.entry("video", Threat.MULTIMEDIA));

  private final Remains remains;
  private boolean style;

  SvgAudit(Remains remains) {
    this.remains = remains;
  }

  void look(Bytes bytes) {
    Sax.read(bytes, "svg", this);
  }

  @Override
  public void instruction(String target) {
    remains.add(Threat.EXTERNAL_CONTENT, "svg");
  }

  @Override
  public void start(String name, Attributes attributes) {
    Threat threat = ELEMENTS.get(name);
    if (threat != null) {
      remains.add(threat, name);
    }
    style = name.equals("style");
    for (int i = 0; i < attributes.getLength(); i++) {
      String attribute = attributes.getLocalName(i).toLowerCase(Locale.ROOT);
      String value = attributes.getValue(i).strip();
      if (attribute.startsWith("on")) {
        remains.add(Threat.SCRIPT, name);
      } else if (attribute.equals("href") || attribute.equals("src")) {
        target(name, value);
      } else if (Style.reachesOut(value)) {
        remains.add(Threat.EXTERNAL_CONTENT, name);
      }
    }
  }

  private void target(String element, String value) {
    boolean allowed =
        value.startsWith("#")
            || value.startsWith("data:image/png")
            || value.startsWith("data:image/jpeg")
            || value.startsWith("data:image/gif")
            || (element.equals("a") && Web.web(value, remains.policy()));
    if (!allowed) {
      remains.add(element.equals("a") ? Threat.DANGEROUS_LINK : Threat.EXTERNAL_CONTENT, element);
    }
  }

  @Override
  public void text(String text) {
    if (style && Style.reachesOut(text)) {
      remains.add(Threat.EXTERNAL_CONTENT, "style");
    }
  }

  @Override
  public void end(String name) {
    style = false;
  }
}
