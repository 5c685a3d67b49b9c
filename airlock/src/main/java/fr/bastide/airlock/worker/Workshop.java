package fr.bastide.airlock.worker;

import fr.bastide.airlock.AirlockException;
import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.internal.confinement.Confinement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// Where files are rebuilt and audited, in processes of their own: one disarms, another one, which
/// never sees an original, audits. This process reads no content; a worker that dies, hangs or runs
/// out of memory costs the file it had.
///
/// Safe for use by many threads; each waits while all workers are busy.
public final class Workshop implements AutoCloseable {

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("workshop-clock").factory());
  private final Team disarming;
  private final Team auditing;

  private Workshop(Settings settings) {
    AtomicReference<Confinement.Strength> strength = new AtomicReference<>(Confinement.strongest());
    this.disarming =
        new Team(settings.disarming(), List.of(settings.crafts()), settings, clock, strength);
    this.auditing = new Team(settings.auditing(), List.of(), settings, clock, strength);
  }

  /// A workshop; its workers start when first needed.
  public static Workshop open(Settings settings) {
    return new Workshop(settings);
  }

  /// Starts all workers now.
  ///
  /// @return the protections that every one of them has
  /// @throws AirlockException when they cannot start
  public Set<Protection> ready() {
    Set<Protection> common = EnumSet.allOf(Protection.class);
    Stream.of(disarming, auditing).parallel().map(Team::ready).toList().forEach(common::retainAll);
    return common;
  }

  /// Starts all workers in the background. When that fails, the first file tells.
  public void prepare() {
    Thread.ofPlatform()
        .daemon()
        .name("workshop-start")
        .start(() -> {
          try {
            ready();
          } catch (AirlockException toldByTheFirstFile) {
            return;
          }
        });
  }

  /// One file through the door, and what leaves through the audit.
  ///
  /// @throws AirlockException when no worker can be started
  public Passage pass(Content content, Policy policy) {
    if (content.size() > policy.limits().bytes()) {
      return refused(Reason.TOO_LARGE, ContentType.UNKNOWN, Set.of(), 0);
    }
    long start = System.nanoTime();
    try {
      Team.Reply reply = disarming.ask(new Order.Disarm(content, policy));
      return switch (reply.answer()) {
        case Answer.Done done ->
            switch (done.outcome()) {
              case Outcome.Rebuilt rebuilt -> audited(done.found(), rebuilt, reply, policy);
              case Outcome.Refused refused ->
                  new Passage(
                      refused,
                      done.found(),
                      new Audit.NotNeeded(),
                      reply.protections(),
                      Duration.ofNanos(reply.nanos()));
            };
        case Answer.Ready _, Answer.Inspected _, Answer.OutOfMemory _ ->
            refused(Reason.WORKER_DIED, ContentType.UNKNOWN, reply.protections(), reply.nanos());
      };
    } catch (WorkerLost lost) {
      return refused(lost.reason(), ContentType.UNKNOWN, Set.of(), System.nanoTime() - start);
    }
  }

  private Passage audited(
      ContentType found, Outcome.Rebuilt rebuilt, Team.Reply reply, Policy policy) {
    long start = System.nanoTime();
    try {
      Team.Reply second =
          auditing.ask(new Order.Inspect(rebuilt.content(), rebuilt.type(), policy));
      Duration taken = Duration.ofNanos(reply.nanos() + second.nanos());
      return switch (second.answer()) {
        case Answer.Inspected inspected when inspected.remains().isEmpty() ->
            new Passage(rebuilt, found, new Audit.Clean(), reply.protections(), taken);
        case Answer.Inspected inspected ->
            new Passage(
                new Outcome.Refused(Reason.AUDIT_FAILED, inspected.remains().getFirst().where()),
                found,
                new Audit.Failed(inspected.remains()),
                reply.protections(),
                taken);
        case Answer.Ready _, Answer.Done _, Answer.OutOfMemory _ ->
            unaudited(Reason.WORKER_DIED, found, reply, second.nanos());
      };
    } catch (WorkerLost lost) {
      return unaudited(lost.reason(), found, reply, System.nanoTime() - start);
    }
  }

  private static Passage unaudited(Reason reason, ContentType found, Team.Reply reply, long nanos) {
    return new Passage(
        new Outcome.Refused(reason),
        found,
        new Audit.Failed(List.of()),
        reply.protections(),
        Duration.ofNanos(reply.nanos() + nanos));
  }

  private static Passage refused(
      Reason reason, ContentType found, Set<Protection> protections, long nanos) {
    return new Passage(
        new Outcome.Refused(reason),
        found,
        new Audit.NotNeeded(),
        protections,
        Duration.ofNanos(nanos));
  }

  /// Ends all workers, those at work too.
  @Override
  public void close() {
    disarming.close();
    auditing.close();
    clock.shutdownNow();
  }
}
