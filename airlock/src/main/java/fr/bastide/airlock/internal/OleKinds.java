package fr.bastide.airlock.internal;

import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.apache.poi.hpsf.ClassID;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// What an OLE2 compound file holds (MS-CFB): a Word, Excel or PowerPoint document of before 2007,
/// or an encrypted package.
final class OleKinds {

  /// Windows Installer packages, patches and transforms.
  private static final Set<ClassID> INSTALLERS =
      Set.of(
          new ClassID("{000C1084-0000-0000-C000-000000000046}"),
          new ClassID("{000C1086-0000-0000-C000-000000000046}"),
          new ClassID("{000C1082-0000-0000-C000-000000000046}"));

  private OleKinds() {}

  static ContentType find(byte[] bytes) {
    try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      return find(file.getRoot());
    } catch (RefusedException refused) {
      throw refused;
    } catch (IOException | RuntimeException damaged) {
      // The library's reader throws whatever happens to it on broken files.
      throw new RefusedException(Reason.MALFORMED, "ole2", damaged);
    }
  }

  private static ContentType find(DirectoryNode root) {
    Set<ContentType> kinds = EnumSet.noneOf(ContentType.class);
    for (Entry entry : root) {
      switch (entry.getName()) {
        case "EncryptedPackage", "EncryptionInfo" ->
            throw new RefusedException(Reason.ENCRYPTED, "");
        case "WordDocument" -> kinds.add(ContentType.DOC);
        case "Workbook", "Book", "WORKBOOK", "BOOK", "WorkBook" -> kinds.add(ContentType.XLS);
        case "PowerPoint Document" -> kinds.add(ContentType.PPT);
        default -> {
          // summaries, macros, objects: for the disarmer
        }
      }
    }
    if (kinds.isEmpty() && INSTALLERS.contains(root.getStorageClsid())) {
      throw new RefusedException(Reason.FORBIDDEN_KIND, "msi");
    }
    if (kinds.size() > 1) {
      throw new RefusedException(Reason.POLYGLOT, "ole2");
    }
    return kinds.isEmpty() ? ContentType.UNKNOWN : kinds.iterator().next();
  }
}
