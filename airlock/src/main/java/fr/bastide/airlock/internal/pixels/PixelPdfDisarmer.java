package fr.bastide.airlock.internal.pixels;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Disarmer;
import fr.bastide.airlock.Finding;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.LeavingNames;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/// A PDF disarmer that, where policy says so, draws what another could not rebuild.
public final class PixelPdfDisarmer implements Disarmer {

  /// What drawing can save. A signed file is for people to decide, an encrypted one cannot be
  /// drawn, and what was too much for the rebuilder is too much here.
  private static final Set<Reason> DRAWABLE =
      EnumSet.of(Reason.MALFORMED, Reason.CONTENT_MASKING, Reason.TOO_DEEP);

  private final Disarmer rebuilder;

  public PixelPdfDisarmer(Disarmer rebuilder) {
    this.rebuilder = rebuilder;
  }

  @Override
  public Set<ContentType> types() {
    return rebuilder.types();
  }

  @Override
  public Outcome disarm(Content content, ContentType type, Workbench bench) {
    Outcome outcome = rebuilt(content, type, bench);
    return outcome instanceof Outcome.Refused refused
            && bench.policy().pixels()
            && DRAWABLE.contains(refused.reason())
        ? drawn(content, refused, bench)
        : outcome;
  }

  private Outcome rebuilt(Content content, ContentType type, Workbench bench) {
    try {
      return rebuilder.disarm(content, type, bench);
    } catch (RefusedException refused) {
      return refused.outcome();
    }
  }

  private static Outcome drawn(Content content, Outcome.Refused refused, Workbench bench) {
    try (PDDocument document = Loader.loadPDF(content.bytes())) {
      int pages = document.getNumberOfPages();
      if (pages == 0 || pages > bench.policy().limits().pages()) {
        return refused;
      }
      PicturePdf out = new PicturePdf();
      PageDrawing drawing = new PageDrawing(document);
      for (int i = 0; i < pages; i++) {
        bench.parts(1);
        PageDrawing.Page page = drawing.page(i);
        bench.yielded(page.jpeg().length);
        out.add(page);
      }
      return new Outcome.Rebuilt(
          LeavingNames.content(content, ContentType.PDF, out.bytes()),
          ContentType.PDF,
          List.of(new Finding(Threat.FLATTENED, "", pages)));
    } catch (RefusedException limit) {
      return limit.outcome();
    } catch (IOException | RuntimeException undrawable) {
      // A renderer meets whatever a damaged file holds, and throws whatever that makes it throw.
      return refused;
    }
  }
}
