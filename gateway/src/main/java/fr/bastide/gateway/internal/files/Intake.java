package fr.bastide.gateway.internal.files;

import fr.bastide.airlock.flow.AttackMode;
import fr.bastide.airlock.flow.DayCount;
import fr.bastide.airlock.flow.Flow;
import fr.bastide.airlock.flow.Flows;
import fr.bastide.airlock.flow.Ledger;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/// The one way in for files, whatever door they come by: the flow must be open, the quota not
/// spent; then the file is the link's.
public final class Intake {

  /// What became of a file at a door.
  public sealed interface Deposit {
    /// It is on the disk and will cross, or be held with a receipt.
    record Taken(String name) implements Deposit {}

    /// Nothing was taken.
    record Turned(Text why) implements Deposit {}
  }

  private final Flows flows;
  private final Spool spool;
  private final Ledger ledger;
  private final Clock clock;
  private final Path days;
  private final DayCount count;

  /// @param days the folder in which each day's deposits are counted
  public Intake(Flows flows, Spool spool, Ledger ledger, Path days, Clock clock)
      throws IOException {
    this.flows = flows;
    this.spool = spool;
    this.ledger = ledger;
    this.clock = clock;
    this.days = Spool.privateFolder(days);
    LocalDate today = LocalDate.now(clock);
    count = new DayCount(today);
    recount(today);
  }

  private void recount(LocalDate today) throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(days)) {
      for (Path day : all) {
        if (!day.getFileName().toString().equals(today.toString())) {
          Files.deleteIfExists(day);
        }
      }
    }
    Path file = days.resolve(today.toString());
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        String[] words = line.split(" ", -1);
        if (words.length == 3 && words[2].chars().allMatch(Character::isDigit)) {
          count.count(words[0], words[1], Long.parseLong("0" + words[2]), today);
        }
      }
    }
  }

  /// Why a file of this size would not be taken now; empty when it would.
  public synchronized Optional<Text> refusal(Flow flow, String sender, long bytes) {
    return ledger.standing().open(flow)
        ? count.refusal(flow, sender, bytes, LocalDate.now(clock))
        : Optional.of(AttackMode.told(flow, flows));
  }

  /// Takes a whole file.
  ///
  /// @param sender a user, or the name of the door when it knows none
  /// @param file on the file system of the spool; it is moved
  public synchronized Deposit put(Flow flow, String sender, String name, Path file)
      throws IOException {
    long bytes = Files.size(file);
    Optional<Text> refusal = refusal(flow, sender, bytes);
    if (refusal.isPresent()) {
      return new Deposit.Turned(refusal.get());
    }
    Optional<String> waiting = spool.offer(flow.id(), name, file);
    if (waiting.isEmpty()) {
      return new Deposit.Turned(AttackMode.told(flow, flows));
    }
    LocalDate today = LocalDate.now(clock);
    count.count(flow.id(), sender, bytes, today);
    Files.writeString(
        days.resolve(today.toString()),
        flow.id() + " " + sender + " " + bytes + "\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    return new Deposit.Taken(waiting.get());
  }

  /// What a flow took today.
  public synchronized DayCount.Total today(Flow flow) {
    return count.total(flow.id(), LocalDate.now(clock));
  }

  /// Where a door writes a file before it is whole.
  public Path staging() {
    return spool.staging();
  }
}
