package fr.bastide.airlock.internal.archive;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.Ledger;
import fr.bastide.airlock.internal.zip.ZipWriting;
import java.util.Optional;

/// Sends each member through the door and gathers what comes back in a plain ZIP.
final class Rebuilding implements Members {

  private final ZipWriting zip = new ZipWriting();
  private final Workbench bench;
  private final Ledger ledger;
  private final ArchiveNames names;
  private Optional<Outcome.Refused> first = Optional.empty();
  private int passed;
  private long size;

  Rebuilding(Workbench bench, Ledger ledger) {
    this.bench = bench;
    this.ledger = ledger;
    this.names = new ArchiveNames(ledger);
  }

  @Override
  public void file(String raw, byte[] bytes) {
    String path = names.checked(raw);
    if (ArchiveNames.isLitter(path)) {
      ledger.add(Threat.METADATA, path);
      return;
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    switch (bench.pass(Content.of(name, bytes))) {
      case Outcome.Rebuilt(Content rebuilt, var type, var findings) -> {
        ledger.addAll(findings, path);
        add(names.leaving(path, rebuilt.name()), rebuilt.bytes());
      }
      case Outcome.Refused refused -> out(path, refused);
    }
  }

  @Override
  public void refused(String raw, Reason reason) {
    out(names.checked(raw), new Outcome.Refused(reason));
  }

  private void add(String path, byte[] bytes) {
    size += bytes.length;
    if (size > bench.policy().limits().inflated()) {
      throw new RefusedException(Reason.BOMB, "");
    }
    zip.add(path, bytes);
    passed++;
  }

  private void out(String path, Outcome.Refused refused) {
    // The budget is the whole item's: once it is spent, every other member would be refused too.
    if (isOfTheItem(refused.reason()) || bench.policy().members() == Policy.Members.REFUSE) {
      String within = refused.where().isEmpty() ? path : path + "/" + refused.where();
      throw new RefusedException(refused.reason(), within);
    }
    if (first.isEmpty()) {
      first = Optional.of(new Outcome.Refused(refused.reason(), path));
    }
    ledger.add(Threat.REFUSED_MEMBER, path);
  }

  private static boolean isOfTheItem(Reason reason) {
    return switch (reason) {
      case BOMB, TIME_OUT, MEMORY_OUT, TOO_MANY_PARTS, TOO_DEEP -> true;
      default -> false;
    };
  }

  /// The new archive.
  ///
  /// @throws RefusedException when nothing is left in it
  byte[] bytes() {
    if (passed == 0) {
      Outcome.Refused refused = first.orElseGet(() -> new Outcome.Refused(Reason.EMPTY));
      throw new RefusedException(refused.reason(), refused.where());
    }
    return zip.bytes();
  }
}
