package fr.bastide.airlock.internal;

import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// What a ZIP container holds: an Office document, an OpenDocument, a program, or plain files.
final class ZipKinds {

  private static final int MOST = 1 << 20;

  private static final List<ContentType> OPEN_DOCUMENTS =
      List.of(ContentType.ODT, ContentType.ODS, ContentType.ODP, ContentType.ODG);

  private ZipKinds() {}

  static ContentType find(byte[] bytes) {
    try (ZipFile zip =
        ZipFile.builder()
            .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
            .setIgnoreLocalFileHeader(true)
            .get()) {
      return find(zip);
    } catch (RefusedException refused) {
      throw refused;
    } catch (IOException | RuntimeException damaged) {
      // The library's reader throws whatever happens to it on broken files.
      throw new RefusedException(Reason.MALFORMED, "zip", damaged);
    }
  }

  private static ContentType find(ZipFile zip) throws IOException {
    ZipArchiveEntry types = zip.getEntry("[Content_Types].xml");
    if (types != null) {
      return PackageKinds.find(bytes(zip, types), rels(zip));
    }
    ZipArchiveEntry mimetype = zip.getEntry("mimetype");
    if (mimetype != null) {
      return ofMimetype(new String(bytes(zip, mimetype), StandardCharsets.UTF_8).strip());
    }
    ZipArchiveEntry manifest = zip.getEntry("META-INF/manifest.xml");
    if (manifest != null) {
      return PackageKinds.ofManifest(bytes(zip, manifest));
    }
    if (isProgram(zip)) {
      throw new RefusedException(Reason.FORBIDDEN_KIND, "zip");
    }
    return ContentType.ZIP;
  }

  private static byte[] rels(ZipFile zip) throws IOException {
    ZipArchiveEntry rels = zip.getEntry("_rels/.rels");
    return rels == null ? new byte[0] : bytes(zip, rels);
  }

  private static byte[] bytes(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new RefusedException(Reason.ENCRYPTED, "");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readNBytes(MOST);
    }
  }

  static ContentType ofMimetype(String mimetype) {
    for (ContentType kind : OPEN_DOCUMENTS) {
      if (mimetype.equals(kind.mediaType()) || mimetype.equals(kind.mediaType() + "-template")) {
        return kind;
      }
    }
    return ContentType.UNKNOWN;
  }

  /// Java, Android, browser and Windows packages, by the member that makes them start.
  private static boolean isProgram(ZipFile zip) {
    boolean manifest = false;
    boolean classes = false;
    for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
      String name = all.nextElement().getName().toLowerCase(Locale.ROOT);
      manifest |= name.equals("meta-inf/manifest.mf");
      classes |= name.endsWith(".class");
      if (name.equals("androidmanifest.xml")
          || name.equals("appxmanifest.xml")
          || name.equals("install.rdf")
          || name.equals("__main__.py")) {
        return true;
      }
    }
    return manifest && classes;
  }
}
