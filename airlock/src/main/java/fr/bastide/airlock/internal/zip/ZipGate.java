package fr.bastide.airlock.internal.zip;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Workbench;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// Reads a ZIP container whole and strictly: names that two readers would take for one, paths that
/// leave the folder, encryption, unusual methods and swelling parts refuse the container.
public final class ZipGate {

  private static final int CHUNK = 16_384;
  private static final long FREE = 1 << 20;

  private ZipGate() {}

  /// The members in the order of the central directory, folders left out.
  ///
  /// @throws RefusedException when the container is not plain
  public static List<Member> read(byte[] bytes, Workbench bench) {
    try (ZipFile zip =
        ZipFile.builder()
            .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
            .setIgnoreLocalFileHeader(false)
            .get()) {
      List<Member> members = new ArrayList<>();
      Set<String> seen = new HashSet<>();
      Enumeration<ZipArchiveEntry> entries = zip.getEntries();
      while (entries.hasMoreElements()) {
        ZipArchiveEntry entry = entries.nextElement();
        bench.parts(1);
        String name = MemberNames.checked(entry.getName());
        if (!seen.add(name.toLowerCase(Locale.ROOT))) {
          throw new RefusedException(Reason.DUPLICATE_NAMES, name);
        }
        if (!entry.isDirectory()) {
          members.add(new Member(name, inflate(zip, entry, name, bench)));
        }
      }
      return members;
    } catch (IOException | IllegalArgumentException | IllegalStateException damaged) {
      throw new RefusedException(Reason.MALFORMED, "zip", damaged);
    }
  }

  private static byte[] inflate(ZipFile zip, ZipArchiveEntry entry, String name, Workbench bench)
      throws IOException {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new RefusedException(Reason.ENCRYPTED, name);
    }
    if (entry.getMethod() != ZipMethod.STORED.getCode()
        && entry.getMethod() != ZipMethod.DEFLATED.getCode()) {
      throw new RefusedException(Reason.MALFORMED, name);
    }
    long most = FREE + Math.max(1, entry.getCompressedSize()) * bench.policy().limits().ratio();
    ByteArrayOutputStream out = new ByteArrayOutputStream(CHUNK);
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] chunk = new byte[CHUNK];
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        bench.yielded(n);
        out.write(chunk, 0, n);
        if (out.size() > most) {
          throw new RefusedException(Reason.BOMB, name);
        }
      }
    }
    return out.toByteArray();
  }
}
