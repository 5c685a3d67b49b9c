package fr.bastide.gateway.internal.files;

import fr.bastide.airlock.flow.Decision;
import fr.bastide.airlock.flow.Flow;
import fr.bastide.airlock.flow.Flows;
import fr.bastide.airlock.flow.HeldItem;
import fr.bastide.airlock.flow.Ledger;
import fr.bastide.airlock.flow.Quarantine;
import fr.bastide.airlock.receipt.OperatorKey;
import fr.bastide.airlock.receipt.ReleaseReceipt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/// Hands released originals to the link, each once: it is staged, the journal says that it was
/// sent, and then it is moved. What is staged after a crash was moved by nobody, so the journal
/// alone says whether to move it or to forget it.
public final class Releases {

  private static final String CONTENT = ".released";
  private static final String RECEIPT = ".receipt";

  private final Flows flows;
  private final Ledger ledger;
  private final Originals originals;
  private final OperatorKey key;
  private final Spool spool;
  private final Clock clock;

  public Releases(
      Flows flows, Ledger ledger, Originals originals, OperatorKey key, Spool spool, Clock clock) {
    this.flows = flows;
    this.ledger = ledger;
    this.originals = originals;
    this.key = key;
    this.spool = spool;
    this.clock = clock;
  }

  /// Ends what a crash interrupted.
  public void recover() throws IOException {
    try (DirectoryStream<Path> staged = Files.newDirectoryStream(spool.staging(), "*" + CONTENT)) {
      for (Path content : staged) {
        String name = String.valueOf(content.getFileName());
        long number = Long.parseLong(name.substring(0, name.length() - CONTENT.length()));
        Optional<HeldItem> sent =
            ledger.standing().item(number).filter(i -> i.state() == HeldItem.State.SENT);
        if (sent.isPresent()) {
          move(sent.get());
        } else {
          Files.deleteIfExists(content);
          Files.deleteIfExists(staged(number, RECEIPT));
        }
      }
    }
  }

  /// Hands over what was released and whose flow is open.
  ///
  /// @return how many
  public int send() throws IOException {
    int sent = 0;
    for (HeldItem item : ledger.standing().items()) {
      if (item.state() == HeldItem.State.RELEASED && open(item)) {
        sent += send(item) ? 1 : 0;
      } else if (item.state() == HeldItem.State.SENT
          && Files.exists(staged(item.number(), CONTENT))
          && open(item)) {
        move(item);
      }
    }
    return sent;
  }

  private boolean open(HeldItem item) {
    Optional<Flow> flow = flows.flow(item.held().flow());
    return flow.isPresent() && ledger.standing().open(flow.get());
  }

  private boolean send(HeldItem item) throws IOException {
    Optional<byte[]> original = originals.read(item.held().flow(), item.held().original());
    if (original.isEmpty()) {
      return false;
    }
    Files.writeString(
        staged(item.number(), RECEIPT), receipt(item).write(key), StandardCharsets.UTF_8);
    Path content = staged(item.number(), CONTENT);
    Files.write(content, original.get());
    Spool.force(content);
    Spool.force(spool.staging());
    Decision decision =
        ledger.decide(standing -> Quarantine.sent(standing, item.number(), clock.instant()));
    if (decision instanceof Decision.Denied) {
      return false;
    }
    move(item);
    return true;
  }

  private void move(HeldItem item) throws IOException {
    Path receipt = staged(item.number(), RECEIPT);
    if (!Files.exists(receipt)) {
      Files.writeString(receipt, receipt(item).write(key), StandardCharsets.UTF_8);
    }
    spool.offer(
        item.held().flow(),
        item.held().name(),
        staged(item.number(), CONTENT),
        Optional.of(receipt));
  }

  private ReleaseReceipt receipt(HeldItem item) {
    return new ReleaseReceipt(
        clock.instant(),
        item.number(),
        item.held().flow(),
        item.held().name(),
        item.held().size(),
        item.held().sha256(),
        item.held().reason(),
        item.requestedBy(),
        item.decidedBy());
  }

  private Path staged(long number, String ending) {
    return spool.staging().resolve(number + ending);
  }
}
