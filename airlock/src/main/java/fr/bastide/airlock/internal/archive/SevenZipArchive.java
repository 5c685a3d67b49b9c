package fr.bastide.airlock.internal.archive;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Workbench;
import java.io.IOException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// Reads the files of a 7z archive.
final class SevenZipArchive {

  private static final int MOST_MEMORY_KIB = 128 << 10;
  private static final int KIND_OF_FILE = 0xf000;
  private static final int REGULAR = 0x8000;

  private SevenZipArchive() {}

  static void read(byte[] bytes, Members members, Workbench bench) throws IOException {
    try (SevenZFile archive =
        SevenZFile.builder()
            .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
            .setMaxMemoryLimitKiB(MOST_MEMORY_KIB)
            .setUseDefaultNameForUnnamedEntries(true)
            .setDefaultName("archive")
            .get()) {
      for (SevenZArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        bench.parts(1);
        if (entry.isDirectory() || entry.isAntiItem()) {
          continue;
        }
        if (isLinkOrDevice(entry)) {
          members.refused(entry.getName(), Reason.PATH_TRICK);
        } else {
          members.file(entry.getName(), content(archive, bytes.length, bench));
        }
      }
    } catch (PasswordRequiredException locked) {
      throw new RefusedException(Reason.ENCRYPTED, "", locked);
    }
  }

  private static byte[] content(SevenZFile archive, long packed, Workbench bench)
      throws IOException {
    Inflating inflating = new Inflating(packed, "7z", bench);
    byte[] chunk = new byte[16_384];
    for (int n = archive.read(chunk); n >= 0; n = archive.read(chunk)) {
      inflating.write(chunk, 0, n);
    }
    return inflating.bytes();
  }

  /// Archivers on Unix keep the file's mode in the upper half of the attributes.
  private static boolean isLinkOrDevice(SevenZArchiveEntry entry) {
    int kind =
        entry.getHasWindowsAttributes() ? entry.getWindowsAttributes() >>> 16 & KIND_OF_FILE : 0;
    return kind != 0 && kind != REGULAR;
  }
}
