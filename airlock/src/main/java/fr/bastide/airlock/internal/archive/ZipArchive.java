package fr.bastide.airlock.internal.archive;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.Ledger;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// Reads the members of a ZIP file (APPNOTE 6.3) by its central directory, as file managers do.
final class ZipArchive {

  /// What Windows writes names in when it does not say UTF-8.
  private static final Charset WESTERN_DOS = Charset.forName("IBM850");

  private static final int END_RECORD = 22;

  private ZipArchive() {}

  static void read(byte[] bytes, Members members, Workbench bench, Ledger ledger)
      throws IOException {
    try (ZipFile zip =
        ZipFile.builder()
            .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
            .setIgnoreLocalFileHeader(true)
            .get()) {
      Enumeration<ZipArchiveEntry> entries = zip.getEntriesInPhysicalOrder();
      while (entries.hasMoreElements()) {
        ZipArchiveEntry entry = entries.nextElement();
        bench.parts(1);
        if (!entry.isDirectory()) {
          member(zip, entry, members, bench);
        }
      }
      outside(bytes, ledger);
    }
  }

  private static void member(ZipFile zip, ZipArchiveEntry entry, Members members, Workbench bench)
      throws IOException {
    String name = name(entry);
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new RefusedException(Reason.ENCRYPTED, "");
    }
    if (entry.isUnixSymlink()) {
      members.refused(name, Reason.PATH_TRICK);
      return;
    }
    if (entry.getMethod() != ZipMethod.STORED.getCode()
        && entry.getMethod() != ZipMethod.DEFLATED.getCode()
        && entry.getMethod() != ZipMethod.ENHANCED_DEFLATED.getCode()) {
      members.refused(name, Reason.UNKNOWN_KIND);
      return;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = Inflating.all(in, entry.getCompressedSize(), "zip", bench);
      if (bytes.length != entry.getSize()) {
        throw new RefusedException(Reason.MALFORMED, "zip");
      }
      members.file(name, bytes);
    }
  }

  private static String name(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    if (raw == null || entry.getNameSource() != ZipArchiveEntry.NameSource.NAME) {
      return entry.getName();
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(raw, WESTERN_DOS);
    }
  }

  /// Tells of bytes before the first header and after the last record, and of the comment.
  private static void outside(byte[] bytes, Ledger ledger) {
    if (bytes[0] != 'P' || bytes[1] != 'K') {
      ledger.add(Threat.TRAILING_DATA, "zip");
    }
    for (int at = bytes.length - END_RECORD; at >= 0; at--) {
      if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 5 && bytes[at + 3] == 6) {
        int comment = (bytes[at + 20] & 0xff) | ((bytes[at + 21] & 0xff) << 8);
        if (comment > 0) {
          ledger.add(Threat.METADATA, "zip");
        }
        if (at + END_RECORD + comment < bytes.length) {
          ledger.add(Threat.TRAILING_DATA, "zip");
        }
        return;
      }
    }
  }
}
