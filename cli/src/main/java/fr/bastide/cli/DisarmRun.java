package fr.bastide.cli;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.receipt.OperatorKey;
import fr.bastide.airlock.receipt.Receipt;
import fr.bastide.airlock.receipt.ReceiptPage;
import fr.bastide.airlock.receipt.SealedReceipt;
import fr.bastide.airlock.worker.Audit;
import fr.bastide.airlock.worker.Passage;
import fr.bastide.airlock.worker.Settings;
import fr.bastide.airlock.worker.Workshop;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Passes files through the workshop, several at once, publishes what leaves and tells what became
/// of each in the order asked.
final class DisarmRun {

  /// Megabytes of files held at once, so that large ones wait for each other.
  private static final int HELD = 96;

  private static final long MEGABYTE = 1 << 20;

  private final Workshop workshop;
  private final Policy policy;
  private final OutFolder out;
  private final Optional<OutFolder> papers;
  private final Optional<OperatorKey> key;
  private final DisarmPrinter printer;
  private final Semaphore held = new Semaphore(HELD);

  DisarmRun(
      Workshop workshop,
      Policy policy,
      OutFolder out,
      Optional<OutFolder> papers,
      Optional<OperatorKey> key,
      DisarmPrinter printer) {
    this.workshop = workshop;
    this.policy = policy;
    this.out = out;
    this.papers = papers;
    this.key = key;
    this.printer = printer;
  }

  /// What became of one file: its receipt, and the same sealed when there is a key.
  record Done(FileAtDoor file, Receipt receipt, Optional<String> sealed) {}

  /// @return the exit code
  int run(List<FileAtDoor> files) throws IOException {
    int workers = Settings.standard().disarming();
    Deque<Future<Done>> ahead = new ArrayDeque<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      try {
        for (FileAtDoor file : files) {
          ahead.add(pool.submit(() -> pass(file)));
          if (ahead.size() > 4 * workers) {
            tell(ahead.remove());
          }
        }
        while (!ahead.isEmpty()) {
          tell(ahead.remove());
        }
      } finally {
        pool.shutdownNow();
      }
    }
    return printer.finish();
  }

  private void tell(Future<Done> future) throws IOException {
    try {
      printer.tell(future.get());
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case UnreadableFile one -> printer.unreadable(one);
        case RuntimeException unexpected -> throw unexpected;
        case IOException writing -> throw writing;
        case null, default -> throw new IllegalStateException(failed);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }

  private Done pass(FileAtDoor file) throws IOException, InterruptedException {
    long size = size(file);
    if (size > policy.limits().bytes()) {
      return tooLarge(file);
    }
    int weight = (int) Math.min(HELD, 1 + 2 * size / MEGABYTE);
    held.acquire(weight);
    try {
      Content content = Content.of(file.name(), bytes(file));
      Passage passage = workshop.pass(content, policy);
      Receipt receipt = Receipt.of(content, passage, policy, Instant.now());
      if (passage.outcome() instanceof Outcome.Rebuilt rebuilt) {
        Content rebuiltFile = rebuilt.content();
        receipt =
            receipt.leavingAs(out.write(file.folder(), rebuiltFile.name(), rebuiltFile.bytes()));
      }
      return sealed(file, receipt);
    } finally {
      held.release(weight);
    }
  }

  private static long size(FileAtDoor file) throws UnreadableFile {
    try {
      return Files.size(file.path());
    } catch (IOException unreadable) {
      throw new UnreadableFile(file, unreadable);
    }
  }

  private static byte[] bytes(FileAtDoor file) throws UnreadableFile {
    try {
      return Files.readAllBytes(file.path());
    } catch (IOException unreadable) {
      throw new UnreadableFile(file, unreadable);
    }
  }

  private Done tooLarge(FileAtDoor file) throws IOException {
    Passage passage =
        new Passage(
            new Outcome.Refused(Reason.TOO_LARGE),
            ContentType.UNKNOWN,
            new Audit.NotNeeded(),
            Set.of(),
            Duration.ZERO);
    try (InputStream in = Files.newInputStream(file.path())) {
      Receipt.Arrived arrived = Receipt.Arrived.of(file.name(), in);
      return sealed(file, Receipt.of(arrived, passage, policy, Instant.now()));
    }
  }

  private Done sealed(FileAtDoor file, Receipt receipt) throws IOException {
    if (key.isEmpty()) {
      return new Done(file, receipt, Optional.empty());
    }
    String json = SealedReceipt.write(receipt, key.orElseThrow());
    if (papers.isPresent()) {
      OutFolder folder = papers.orElseThrow();
      String name = OutFolder.plain(file.name());
      folder.write(file.folder(), name + ".json", json.getBytes(StandardCharsets.UTF_8));
      folder.write(
          file.folder(),
          name + ".html",
          ReceiptPage.write(receipt, ZoneId.systemDefault()).getBytes(StandardCharsets.UTF_8));
    }
    return new Done(file, receipt, Optional.of(json));
  }

  /// A file that this user cannot read; the others go on.
  static final class UnreadableFile extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableFile(FileAtDoor file, IOException cause) {
      super(file.path().toString(), cause);
    }
  }
}
