package fr.bastide.gateway.internal.files;

import fr.bastide.airlock.flow.AirlockStatus.Crossing;
import fr.bastide.airlock.receipt.Receipt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The low side's receipts, a folder a flow, for senders who ask what became of their file; and the
/// last of them at hand.
public final class ReceiptShelf {

  private static final int RECENT = 200;

  private final Path folder;
  private final Deque<Crossing> recent = new ArrayDeque<>();

  public ReceiptShelf(Path folder) throws IOException {
    this.folder = Spool.privateFolder(folder);
  }

  /// Keeps a receipt; the same one again is kept once.
  void keep(String flow, Receipt receipt, String json, long heldAs) {
    Instant at = receipt.instant();
    String name = at.toEpochMilli() + "-" + receipt.arrived().sha256().substring(0, 16) + ".json";
    try {
      Path place = Spool.privateFolder(folder.resolve(DeclaredName.plain(flow)));
      Files.writeString(
          place.resolve(name),
          json,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
    crossed(
        new Crossing(
            at,
            flow,
            receipt.arrived().name(),
            receipt.arrived().sha256(),
            heldAs > 0
                ? Crossing.Result.HELD
                : receipt.untouched() ? Crossing.Result.UNTOUCHED : Crossing.Result.DISARMED,
            receipt.findings().stream().mapToInt(one -> one.count()).sum(),
            heldAs));
  }

  synchronized void crossed(Crossing crossing) {
    recent.addFirst(crossing);
    if (recent.size() > RECENT) {
      recent.removeLast();
    }
  }

  /// What crossed or was held last, the newest first.
  public synchronized List<Crossing> recent() {
    return new ArrayList<>(recent);
  }

  /// Removes a flow's receipts that are older than this.
  void clear(String flow, Instant before) throws IOException {
    Path place = folder.resolve(flow);
    if (Files.isDirectory(place)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(place)) {
        for (Path file : files) {
          if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
            Files.deleteIfExists(file);
          }
        }
      }
    }
  }
}
