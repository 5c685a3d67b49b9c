package fr.bastide.gateway.internal.files;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policy;
import fr.bastide.airlock.flow.AirlockStatus.Crossing;
import fr.bastide.airlock.flow.Decision;
import fr.bastide.airlock.flow.Flow;
import fr.bastide.airlock.flow.FlowEvent;
import fr.bastide.airlock.flow.HeldItem;
import fr.bastide.airlock.flow.Ledger;
import fr.bastide.airlock.flow.Quarantine;
import fr.bastide.airlock.link.Preparation;
import fr.bastide.airlock.receipt.OperatorKey;
import fr.bastide.airlock.receipt.Receipt;
import fr.bastide.airlock.receipt.ReceiptCheck;
import fr.bastide.airlock.receipt.ReceiptPage;
import fr.bastide.airlock.receipt.SealedReceipt;
import fr.bastide.airlock.receipt.Verdict;
import fr.bastide.airlock.worker.Passage;
import fr.bastide.airlock.worker.Workshop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// What is done to every file before it is numbered: its original is kept, it is disarmed under its
/// flow's policy, and it crosses with its receipt. What is refused is held, and a page that says so
/// crosses in its place, so that who waits for it knows.
///
/// A file that comes with a receipt under our own key, for these very bytes, was disarmed or
/// released before, and crosses as it is.
public final class Disarming implements Preparation, AutoCloseable {

  private static final int MOST_ASIDE = 8;

  private final Function<String, Flow> flows;
  private final Workshop workshop;
  private final OperatorKey key;
  private final Originals originals;
  private final Ledger ledger;
  private final ReceiptShelf receipts;
  private final Clock clock;
  private final AtomicLong prepared = new AtomicLong();
  private final ExecutorService aside =
      Executors.newFixedThreadPool(
          MOST_ASIDE, Thread.ofPlatform().daemon().name("airlock-prepare-", 0).factory());

  /// @param flows the flow of a name
  public Disarming(
      Function<String, Flow> flows,
      Workshop workshop,
      OperatorKey key,
      Originals originals,
      Ledger ledger,
      ReceiptShelf receipts,
      Clock clock) {
    this.flows = flows;
    this.workshop = workshop;
    this.key = key;
    this.originals = originals;
    this.ledger = ledger;
    this.receipts = receipts;
    this.clock = clock;
  }

  @Override
  public List<Prepared> prepareAll(List<Drop> drops) {
    if (drops.size() < 2) {
      return drops.stream().map(this::prepare).toList();
    }
    List<Future<Prepared>> futures = new ArrayList<>();
    drops.forEach(drop -> futures.add(aside.submit(() -> prepare(drop))));
    List<Prepared> all = new ArrayList<>();
    try {
      for (Future<Prepared> one : futures) {
        all.add(one.get());
      }
      return all;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stop);
    }
  }

  /// How many files were prepared.
  public long prepared() {
    return prepared.get();
  }

  @Override
  public Prepared prepare(Drop drop) {
    Flow flow = flows.apply(drop.flow());
    byte[] bytes = drop.content();
    String digest = sha256(bytes);
    Optional<byte[]> own = drop.receipt().filter(receipt -> ours(receipt, digest));
    prepared.incrementAndGet();
    if (own.isPresent()) {
      return asItIs(drop, own.get(), digest);
    }
    Policy policy = flow.policy();
    String original = kept(flow, bytes);
    Content content = Content.of(drop.name(), bytes);
    Passage passage = workshop.pass(content, policy);
    Receipt receipt = Receipt.of(content, passage, policy, clock.instant());
    return switch (passage.outcome()) {
      case Outcome.Rebuilt rebuilt -> {
        String json = SealedReceipt.write(receipt, key);
        receipts.keep(flow.id(), receipt, json, 0);
        yield new Prepared.Ready(
            rebuilt.content().name(),
            rebuilt.type().mediaType(),
            json.getBytes(StandardCharsets.UTF_8),
            rebuilt.content().bytes());
      }
      case Outcome.Refused refused -> held(flow, receipt, refused, original);
    };
  }

  private Prepared asItIs(Drop drop, byte[] receipt, String digest) {
    receipts.crossed(
        new Crossing(
            clock.instant(), drop.flow(), drop.name(), digest, Crossing.Result.RELEASED, 0, 0));
    return new Prepared.Ready(
        drop.name(),
        Objects.requireNonNullElse(
            URLConnection.guessContentTypeFromName(drop.name()), "application/octet-stream"),
        receipt,
        drop.content());
  }

  private boolean ours(byte[] receipt, String digest) {
    return ReceiptCheck.check(new String(receipt, StandardCharsets.UTF_8))
            instanceof Verdict.Genuine genuine
        && genuine.key().equals(key.open())
        && genuine.contents().leftSha256().equals(digest);
  }

  private String kept(Flow flow, byte[] bytes) {
    try {
      return originals.keep(flow.id(), bytes);
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  private Prepared held(Flow flow, Receipt receipt, Outcome.Refused refused, String original) {
    Quarantine.Refusal refusal =
        new Quarantine.Refusal(
            flow.id(),
            receipt.arrived().name(),
            receipt.arrived().size(),
            receipt.arrived().sha256(),
            refused,
            original);
    Decision decision =
        ledger.decide(standing -> Quarantine.hold(standing, refusal, clock.instant()));
    long number =
        decision instanceof Decision.Done done && done.event() instanceof FlowEvent.Held held
            ? held.number()
            : Quarantine.find(ledger.standing(), refusal).map(HeldItem::number).orElse(0L);
    String json = SealedReceipt.write(receipt, key);
    receipts.keep(flow.id(), receipt, json, number);
    return new Prepared.Ready(
        "retenu-" + number + "-" + receipt.arrived().name() + ".html",
        "text/html",
        json.getBytes(StandardCharsets.UTF_8),
        ReceiptPage.write(receipt, clock.getZone()).getBytes(StandardCharsets.UTF_8));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("the platform lacks a digest it must have", impossible);
    }
  }

  @Override
  public void close() {
    aside.shutdownNow();
  }
}
