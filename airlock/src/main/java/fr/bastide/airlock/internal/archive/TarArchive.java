package fr.bastide.airlock.internal.archive;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.Workbench;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// Reads the files of a TAR archive (POSIX pax, ustar, GNU); links, devices and pipes never cross.
final class TarArchive {

  private TarArchive() {}

  static void read(byte[] bytes, Members members, Workbench bench) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new ByteArrayInputStream(bytes), "UTF-8")) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        bench.parts(1);
        if (entry.isDirectory() || entry.isGlobalPaxHeader() || entry.isPaxHeader()) {
          continue;
        }
        // A sparse file is holes by name: it yields more than the archive holds.
        if (!entry.isFile() || entry.isLink() || entry.isSymbolicLink() || isSpecial(entry)) {
          members.refused(entry.getName(), Reason.PATH_TRICK);
        } else if (entry.isSparse() || !tar.canReadEntryData(entry)) {
          members.refused(entry.getName(), Reason.UNKNOWN_KIND);
        } else {
          members.file(entry.getName(), Inflating.all(tar, bytes.length, "tar", bench));
        }
      }
    }
  }

  private static boolean isSpecial(TarArchiveEntry entry) {
    return entry.isBlockDevice() || entry.isCharacterDevice() || entry.isFIFO();
  }
}
