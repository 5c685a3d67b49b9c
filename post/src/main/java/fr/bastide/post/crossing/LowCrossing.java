package fr.bastide.post.crossing;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.Policy;
import fr.bastide.airlock.link.Preparation;
import fr.bastide.airlock.mail.authentication.Dns;
import fr.bastide.airlock.receipt.OperatorKey;
import fr.bastide.airlock.worker.Passage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;

/// Mail on the low side: a server that drops what it accepts before the link, and the preparation
/// of what it dropped.
///
/// The drop folder is the spool. A message is on the disk there before its sender is told yes; the
/// low side takes it by a ticket and sends it once, whatever crashes when. Several messages are
/// rebuilt at once, ahead of the one that the link asks for.
public final class LowCrossing implements Preparation, AutoCloseable {

  /// Kilobytes of messages that are rebuilt ahead.
  private static final int AHEAD = 48 << 10;

  private final LowMail settings;
  private final MailPreparation mail;
  private final MailReception reception;
  private final Preparation others;
  private final ExecutorService hands;
  private final Semaphore room = new Semaphore(AHEAD);
  private final Map<String, Begun> ready = new ConcurrentHashMap<>();

  private record Begun(Future<Prepared> prepared, int kilobytes) {}

  /// A crossing that does not listen yet.
  ///
  /// @param drop the drop folder of the low side
  /// @param held where messages that were refused are kept
  /// @param workroom where messages are rebuilt, several at once
  /// @param key under which receipts are sealed
  /// @param others what prepares the files of other flows
  public LowCrossing(
      LowMail settings,
      Path drop,
      Path held,
      BiFunction<Content, Policy, Passage> workroom,
      OperatorKey key,
      Preparation others,
      Clock clock)
      throws IOException {
    this(settings, drop, held, workroom, key, others, new NameServers(settings.resolvers()), clock);
  }

  LowCrossing(
      LowMail settings,
      Path drop,
      Path held,
      BiFunction<Content, Policy, Passage> workroom,
      OperatorKey key,
      Preparation others,
      Dns dns,
      Clock clock)
      throws IOException {
    this.settings = settings;
    this.others = others;
    this.mail = new MailPreparation(settings, workroom::apply, key, held, clock);
    int processors = Math.max(2, Runtime.getRuntime().availableProcessors());
    this.hands =
        Executors.newFixedThreadPool(
            processors, Thread.ofPlatform().name("mail-hand-", 0).daemon().factory());
    this.reception = new MailReception(settings, drop, new Proving(dns), new Ahead(), clock);
  }

  /// Begins to take mail.
  ///
  /// @throws CrossingException when the address is taken
  public void start() {
    reception.start();
  }

  /// Cuts mail off, or takes it again: servers that come are told to come back later, and keep what
  /// they have. What was accepted before still crosses.
  public void cut(boolean now) {
    reception.cut(now);
  }

  /// The port it listens on.
  public int port() {
    return reception.port();
  }

  /// Rebuilds messages before the link asks for them, as far as there is room.
  private final class Ahead implements MailReception.Spool {

    @Override
    public void begin(String name, byte[] file) {
      int kilobytes = 1 + (file.length >> 10);
      if (room.tryAcquire(kilobytes)) {
        ready.put(name, new Begun(hands.submit(() -> mail.prepare(name, file)), kilobytes));
      }
    }

    @Override
    public void forget(String name) {
      Begun begun = ready.remove(name);
      if (begun != null) {
        room.release(begun.kilobytes());
      }
    }
  }

  @Override
  public Prepared prepare(Drop drop) {
    if (!drop.flow().equals(settings.flow())) {
      return others.prepare(drop);
    }
    Begun begun = ready.remove(drop.name());
    if (begun == null) {
      return mail.prepare(drop.name(), drop.content());
    }
    try {
      return begun.prepared().get();
    } catch (InterruptedException now) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", now);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed);
    } finally {
      room.release(begun.kilobytes());
    }
  }

  /// Files go to their own preparation together, which may do them side by side.
  @Override
  public List<Prepared> prepareAll(List<Drop> drops) {
    List<Drop> files = drops.stream().filter(drop -> !drop.flow().equals(settings.flow())).toList();
    Iterator<Prepared> prepared = others.prepareAll(files).iterator();
    List<Prepared> all = new ArrayList<>(drops.size());
    for (Drop drop : drops) {
      all.add(drop.flow().equals(settings.flow()) ? prepare(drop) : prepared.next());
    }
    return all;
  }

  /// Takes no more mail.
  @Override
  public void close() {
    reception.close();
    hands.shutdownNow();
  }
}
