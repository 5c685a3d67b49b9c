package fr.bastide.airlock.internal.odf;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.xml.XmlElement;
import fr.bastide.airlock.internal.xml.XmlScan;
import fr.bastide.airlock.internal.zip.Member;
import fr.bastide.airlock.internal.zip.ZipGate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The files of an OpenDocument package as they came (OASIS ODF 1.3 part 2).
final class OdfPackage {

  private final Map<String, Member> members = new LinkedHashMap<>();

  private OdfPackage() {}

  /// @throws RefusedException with [Reason#ENCRYPTED] when entries are
  static OdfPackage read(byte[] bytes, Workbench bench) {
    OdfPackage read = new OdfPackage();
    for (Member member : ZipGate.read(bytes, bench)) {
      read.members.put(member.name(), member);
    }
    Member manifest = read.members.get("META-INF/manifest.xml");
    if (manifest != null) {
      for (XmlElement entry : XmlScan.whole(manifest.bytes(), manifest.name()).elements()) {
        if (entry.child("encryption-data").isPresent()) {
          throw new RefusedException(Reason.ENCRYPTED, "");
        }
      }
    }
    return read;
  }

  Optional<Member> part(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /// The file that a link within the package leads to.
  Optional<Member> target(String link) {
    String path = link.startsWith("./") ? link.substring(2) : link;
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    return part(path);
  }

  Iterable<Member> parts() {
    return members.values();
  }
}
