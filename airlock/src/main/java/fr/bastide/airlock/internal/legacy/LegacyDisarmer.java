package fr.bastide.airlock.internal.legacy;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Disarmer;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.LeavingNames;
import fr.bastide.airlock.internal.Ledger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Converts Word, Excel and PowerPoint files of before 2007, and rich text, to OOXML: text, tables,
/// lists, pictures and plain looks; macros, objects, fields and outside sources have no way across.
public final class LegacyDisarmer implements Disarmer {

  private final LegacyConverter other;

  /// With the readers of the house alone.
  public LegacyDisarmer() {
    this((_, _, _) -> Optional.empty());
  }

  /// With another way to convert, asked first.
  public LegacyDisarmer(LegacyConverter other) {
    this.other = other;
  }

  @Override
  public Set<ContentType> types() {
    return Set.of(ContentType.DOC, ContentType.XLS, ContentType.PPT, ContentType.RTF);
  }

  @Override
  public Outcome disarm(Content content, ContentType type, Workbench bench) {
    Ledger ledger = new Ledger();
    ledger.add(Threat.CONVERTED, type.extension());
    try {
      return converted(content, type, bench, ledger);
    } catch (RefusedException refused) {
      throw refused;
    } catch (EncryptedDocumentException locked) {
      throw new RefusedException(Reason.ENCRYPTED, "", locked);
    } catch (IOException | RuntimeException broken) {
      // The library's readers throw whatever happens to them on broken files.
      throw new RefusedException(Reason.MALFORMED, type.extension(), broken);
    }
  }

  private Outcome converted(Content content, ContentType type, Workbench bench, Ledger ledger)
      throws IOException {
    if (type == ContentType.RTF) {
      Optional<Content> elsewhere = other.convert(content, type, bench);
      return elsewhere.isPresent()
          ? passed(elsewhere.get(), bench, ledger)
          : outcome(
              content,
              ContentType.DOCX,
              RtfReading.converted(content.bytes(), bench, ledger),
              ledger);
    }
    try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(content.bytes()))) {
      OleThreats.tell(file.getRoot(), ledger);
      Optional<Content> elsewhere = other.convert(content, type, bench);
      if (elsewhere.isPresent()) {
        return passed(elsewhere.get(), bench, ledger);
      }
      return switch (type) {
        case DOC ->
            outcome(
                content, ContentType.DOCX, new DocReading(file, bench, ledger).converted(), ledger);
        case XLS ->
            outcome(content, ContentType.XLSX, XlsReading.converted(file, bench, ledger), ledger);
        case PPT ->
            outcome(content, ContentType.PPTX, PptReading.converted(file, bench, ledger), ledger);
        default -> throw new RefusedException(Reason.UNKNOWN_KIND, "");
      };
    }
  }

  private static Outcome passed(Content converted, Workbench bench, Ledger ledger) {
    return switch (bench.pass(converted)) {
      case Outcome.Rebuilt(Content content, var type, var findings) -> {
        findings.forEach(f -> ledger.add(f.threat(), f.where(), f.count()));
        yield new Outcome.Rebuilt(content, type, ledger.list());
      }
      case Outcome.Refused refused -> refused;
    };
  }

  private static Outcome outcome(Content content, ContentType type, byte[] bytes, Ledger ledger) {
    return new Outcome.Rebuilt(LeavingNames.content(content, type, bytes), type, ledger.list());
  }
}
