package fr.bastide.airlock.internal.audit;

import fr.bastide.airlock.Threat;

/// An archive that leaves: each member is looked at as if it left alone.
final class ArchiveAudit {

  private ArchiveAudit() {}

  static void look(Bytes bytes, Remains remains, int depth) {
    if (depth > remains.policy().limits().depth()) {
      throw new AuditFailure("too deep");
    }
    ZipParts.read(bytes, remains)
        .forEach((name, part) -> {
          Remains inner = remains.within(name);
          if (part.size() == 0) {
            inner.add(Threat.UNKNOWN_PART, "");
          } else {
            Auditor.look(part, Marks.ofMember(name), inner, depth + 1);
          }
          remains.addAll(inner);
        });
  }
}
