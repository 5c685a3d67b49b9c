package fr.bastide.airlock.internal.pdf;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Disarmer;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Workbench;
import java.io.IOException;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/// PDF: a new document made from an allow-list of objects (`pdf/objects.yaml`,
/// `pdf/operators.yaml`); what is not on it stays behind, and what two readers would show
/// differently is refused.
public final class PdfDisarmer implements Disarmer {

  @Override
  public Set<ContentType> types() {
    return Set.of(ContentType.PDF);
  }

  @Override
  public Outcome disarm(Content content, ContentType type, Workbench bench) {
    bench.parts(1);
    Envelope envelope = new Envelope(content.bytes());
    try (PDDocument document = Loader.loadPDF(content.bytes())) {
      return Document.rebuild(content, document, envelope, bench);
    } catch (InvalidPasswordException locked) {
      return new Outcome.Refused(Reason.ENCRYPTED);
    } catch (NoClassDefFoundError certificates) {
      // Files encrypted for holders of certificates need a library that is not here on purpose.
      return new Outcome.Refused(Reason.ENCRYPTED);
    } catch (RefusedException refused) {
      throw refused;
    } catch (IOException | RuntimeException damaged) {
      // PDFBox reads objects only when they are asked for, and throws what it likes for damage in
      // any of them: the one place where all of it becomes a refusal.
      throw new RefusedException(Reason.MALFORMED, "", damaged);
    }
  }
}
