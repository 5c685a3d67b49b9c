package fr.bastide.airlock.internal.legacy;

import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.Ledger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.Entry;

/// Tells what besides the document an OLE2 file holds; none of it is read.
final class OleThreats {

  private static final int MOST_ENTRIES = 20_000;

  private OleThreats() {}

  static void tell(DirectoryEntry root, Ledger ledger) {
    Deque<DirectoryEntry> open = new ArrayDeque<>();
    open.push(root);
    int seen = 0;
    while (!open.isEmpty()) {
      for (Entry entry : open.pop()) {
        if (++seen > MOST_ENTRIES) {
          return;
        }
        tell(entry.getName().toLowerCase(Locale.ROOT), root.equals(entry.getParent()), ledger);
        if (entry instanceof DirectoryEntry folder) {
          open.push(folder);
        }
      }
    }
  }

  private static void tell(String name, boolean atRoot, Ledger ledger) {
    if (name.equals("_vba_project_cur") || name.equals("macros") || name.equals("_vba_project")) {
      ledger.once(Threat.MACRO, "ole2");
    } else if (name.endsWith("ole10native")
        || (name.equals("\u0001ole") && !atRoot)
        || name.equals("package")) {
      ledger.add(Threat.EMBEDDED_OBJECT, "ole2");
    } else if (name.endsWith("ocxname") || name.equals("ctls")) {
      ledger.add(Threat.ACTIVE_CONTROL, "ole2");
    } else if (name.endsWith("summaryinformation")) {
      ledger.once(Threat.METADATA, "ole2");
    } else if (name.equals("_signatures") || name.equals("_xmlsignatures")) {
      ledger.once(Threat.SIGNATURE, "ole2");
    }
  }
}
