package fr.bastide.airlock.internal.archive;

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
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/// Rebuilds archives: every file within goes through the same door, what passes is gathered in a
/// plain ZIP under plain names. A compressed single file leaves as that file.
///
/// Names that leave the folder or are there twice, passwords and swelling members refuse the whole
/// archive; a member refused for itself stays out and is told, or refuses the whole too, as policy
/// says.
public final class ArchiveDisarmer implements Disarmer {

  @Override
  public Set<ContentType> types() {
    return Set.of(
        ContentType.ZIP, ContentType.TAR, ContentType.GZIP, ContentType.SEVEN_ZIP, ContentType.RAR);
  }

  @Override
  public Outcome disarm(Content content, ContentType type, Workbench bench) {
    try {
      return type == ContentType.GZIP ? compressed(content, bench) : archive(content, type, bench);
    } catch (RefusedException refused) {
      throw refused;
    } catch (IOException | RuntimeException broken) {
      // The libraries' readers throw whatever happens to them on broken archives.
      throw new RefusedException(Reason.MALFORMED, type.extension(), broken);
    }
  }

  private static Outcome archive(Content content, ContentType type, Workbench bench)
      throws IOException {
    Ledger ledger = new Ledger();
    Rebuilding members = new Rebuilding(bench, ledger);
    byte[] bytes = content.bytes();
    if (type != ContentType.ZIP) {
      ledger.add(Threat.CONVERTED, type.extension());
    }
    switch (type) {
      case ZIP -> ZipArchive.read(bytes, members, bench, ledger);
      case TAR -> TarArchive.read(bytes, members, bench);
      case SEVEN_ZIP -> SevenZipArchive.read(bytes, members, bench);
      case RAR -> RarArchive.read(bytes, members, bench);
      default -> throw new RefusedException(Reason.UNKNOWN_KIND, "");
    }
    return new Outcome.Rebuilt(
        LeavingNames.content(content, ContentType.ZIP, members.bytes()),
        ContentType.ZIP,
        ledger.list());
  }

  private static Outcome compressed(Content content, Workbench bench) throws IOException {
    byte[] bytes;
    try (InputStream in =
        GzipCompressorInputStream.builder()
            .setInputStream(new ByteArrayInputStream(content.bytes()))
            .setDecompressConcatenated(true)
            .get()) {
      bytes = Inflating.all(in, content.size(), "gz", bench);
    }
    return switch (bench.pass(Content.of(inner(content.name()), bytes))) {
      case Outcome.Rebuilt(Content rebuilt, var type, var findings) -> {
        Ledger ledger = new Ledger();
        ledger.add(Threat.CONVERTED, "gz");
        findings.forEach(f -> ledger.add(f.threat(), f.where(), f.count()));
        yield new Outcome.Rebuilt(rebuilt, type, ledger.list());
      }
      case Outcome.Refused refused -> refused;
    };
  }

  private static String inner(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".tgz")) {
      return name.substring(0, name.length() - 4) + ".tar";
    }
    return lower.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
  }
}
