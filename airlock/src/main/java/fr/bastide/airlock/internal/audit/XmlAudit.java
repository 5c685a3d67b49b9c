package fr.bastide.airlock.internal.audit;

import fr.bastide.airlock.Threat;
import org.xml.sax.Attributes;

/// Plain XML that leaves: no declaration, no instruction, nothing a browser would run.
final class XmlAudit {

  private XmlAudit() {}

  static void look(Bytes bytes, Remains remains) {
    Sax.read(
        bytes,
        "",
        new Sax.Eye() {
          @Override
          public void start(String name, Attributes attributes) {
            if (name.equals("script") || name.equals("stylesheet")) {
              remains.add(Threat.SCRIPT, name);
            }
          }

          @Override
          public void instruction(String target) {
            remains.add(Threat.EXTERNAL_CONTENT, target);
          }
        });
  }
}
