package fr.bastide.airlock.internal.image;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Disarmer;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.LeavingNames;
import fr.bastide.airlock.internal.Ledger;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/// Rebuilds drawings (SVG 1.1) from the elements and attributes of `image/svg.yaml`: shapes, text,
/// looks and re-encoded pictures; no script, animation, page, or anything from elsewhere.
public final class SvgDisarmer implements Disarmer {

  @Override
  public Set<ContentType> types() {
    return Set.of(ContentType.SVG);
  }

  @Override
  public Outcome disarm(Content content, ContentType type, Workbench bench) {
    Ledger ledger = new Ledger();
    bench.yielded(content.size());
    try {
      Set<String> heavy = SvgReferences.heavy(content.bytes(), bench);
      String svg = new SvgDrawing(content.bytes(), heavy, bench, ledger).rebuilt();
      byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
      return new Outcome.Rebuilt(
          LeavingNames.content(content, ContentType.SVG, bytes), ContentType.SVG, ledger.list());
    } catch (XMLStreamException malformed) {
      throw new RefusedException(Reason.MALFORMED, "svg", malformed);
    }
  }
}
