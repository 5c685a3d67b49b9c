package fr.bastide.airlock.internal.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a plain ZIP container: UTF-8 names, one fixed date, no extra fields, the same bytes for
/// the same members.
public final class ZipWriting {

  /// The first date that the platform does not take for an unknown one, to which it would add a
  /// field of its own.
  private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0, 2);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);

  /// Adds a deflated member.
  public void add(String name, byte[] bytes) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(DATE);
    write(entry, bytes);
  }

  /// Adds a member as it is, for the `mimetype` of OpenDocument, which must come first.
  public void addStored(String name, byte[] bytes) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(DATE);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    entry.setCrc(crc.getValue());
    write(entry, bytes);
  }

  private void write(ZipEntry entry, byte[] bytes) {
    try {
      zip.putNextEntry(entry);
      zip.write(bytes);
      zip.closeEntry();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory", impossible);
    }
  }

  /// The container.
  public byte[] bytes() {
    try {
      zip.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory", impossible);
    }
    return out.toByteArray();
  }
}
