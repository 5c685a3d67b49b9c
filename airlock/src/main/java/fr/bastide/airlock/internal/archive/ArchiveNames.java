package fr.bastide.airlock.internal.archive;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.Ledger;
import fr.bastide.airlock.internal.zip.MemberNames;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The names within one archive: made plain, each used once.
final class ArchiveNames {

  /// What file managers leave beside the files people mean to send.
  private static final List<String> LITTER =
      List.of(".ds_store", "thumbs.db", "desktop.ini", "ehthumbs.db");

  private final Set<String> found = new HashSet<>();
  private final Set<String> given = new HashSet<>();
  private final Ledger ledger;

  ArchiveNames(Ledger ledger) {
    this.ledger = ledger;
  }

  /// The path of a member, relative and plain.
  ///
  /// @throws RefusedException when it leaves the folder, or was there before
  String checked(String raw) {
    String name = raw.replace('\\', '/');
    while (name.startsWith("./")) {
      name = name.substring(2);
    }
    if (name.indexOf(':') > 1) {
      ledger.add(Threat.DANGEROUS_NAME, "");
      name = name.replace(':', '_');
    }
    name = MemberNames.checked(name);
    if (!found.add(name.toLowerCase(Locale.ROOT))) {
      throw new RefusedException(Reason.DUPLICATE_NAMES, name);
    }
    return name;
  }

  /// Whether a member is the trace of a file manager, not a file of the sender.
  static boolean isLitter(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return name.startsWith("__MACOSX/") || last.startsWith("._") || LITTER.contains(last);
  }

  /// The path a rebuilt member leaves under: its folder, and the name its disarmer gave it, counted
  /// up when another has it.
  String leaving(String path, String name) {
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    String whole = folder + name;
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    String end = dot < 0 ? "" : name.substring(dot);
    for (int i = 2; !given.add(whole.toLowerCase(Locale.ROOT)); i++) {
      whole = folder + stem + " (" + i + ")" + end;
    }
    return whole;
  }
}
