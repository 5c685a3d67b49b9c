package fr.bastide.airlock.internal.image;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.xml.XmlGate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Finds the parts of a drawing that draw other parts: to draw those again would let a few lines
/// draw without end.
final class SvgReferences {

  static final int MOST_DEPTH = 95;

  private SvgReferences() {}

  /// The identifiers of elements that hold a `use`.
  static Set<String> heavy(byte[] svg, Workbench bench) throws XMLStreamException {
    Set<String> heavy = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    XMLStreamReader xml = XmlGate.open(svg, "svg");
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        bench.parts(1);
        if (open.size() >= MOST_DEPTH) {
          throw new RefusedException(Reason.TOO_DEEP, "svg");
        }
        String id = xml.getAttributeValue(null, "id");
        open.push(id == null ? "" : id);
        if (xml.getLocalName().equals("use") || xml.getLocalName().equals("pattern")) {
          heavy.addAll(open);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        open.pop();
      }
    }
    heavy.remove("");
    return heavy;
  }
}
