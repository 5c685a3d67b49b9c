package fr.bastide.airlock.internal.archive;

import com.github.junrar.Archive;
import com.github.junrar.exception.RarException;
import com.github.junrar.exception.UnsupportedRarEncryptedException;
import com.github.junrar.exception.UnsupportedRarV5Exception;
import com.github.junrar.rarfile.FileHeader;
import com.github.junrar.rarfile.HostSystem;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Workbench;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/// Reads the files of a RAR archive of versions 1.5 to 4; version 5 is refused, since no free
/// reader in this language knows it.
final class RarArchive {

  private static final int KIND_OF_FILE = 0xf000;
  private static final int REGULAR = 0x8000;

  private RarArchive() {}

  static void read(byte[] bytes, Members members, Workbench bench) throws IOException {
    try (Archive archive = new Archive(new ByteArrayInputStream(bytes))) {
      if (archive.isEncrypted() || archive.isPasswordProtected()) {
        throw new RefusedException(Reason.ENCRYPTED, "");
      }
      for (FileHeader header : archive.getFileHeaders()) {
        bench.parts(1);
        if (!header.isDirectory()) {
          member(archive, header, bytes.length, members, bench);
        }
      }
    } catch (UnsupportedRarV5Exception newer) {
      throw new RefusedException(Reason.UNKNOWN_KIND, "RAR 5", newer);
    } catch (UnsupportedRarEncryptedException locked) {
      throw new RefusedException(Reason.ENCRYPTED, "", locked);
    } catch (RarException broken) {
      throw new RefusedException(Reason.MALFORMED, "rar", broken);
    }
  }

  private static void member(
      Archive archive, FileHeader header, long packed, Members members, Workbench bench)
      throws RarException {
    if (header.isEncrypted()) {
      throw new RefusedException(Reason.ENCRYPTED, "");
    }
    if (header.isSplitBefore() || header.isSplitAfter()) {
      throw new RefusedException(Reason.MALFORMED, "rar");
    }
    if (isLinkOrDevice(header)) {
      members.refused(header.getFileName(), Reason.PATH_TRICK);
      return;
    }
    Inflating inflating = new Inflating(packed, "rar", bench);
    try {
      archive.extractFile(header, inflating);
    } catch (RarException wrapped) {
      // The reader wraps whatever stops it, the budget too.
      if (wrapped.getCause() instanceof RefusedException refused) {
        throw refused;
      }
      throw wrapped;
    }
    members.file(header.getFileName(), inflating.bytes());
  }

  private static boolean isLinkOrDevice(FileHeader header) {
    int kind = header.getFileAttr() & KIND_OF_FILE;
    return header.getHostOS() == HostSystem.unix && kind != 0 && kind != REGULAR;
  }
}
