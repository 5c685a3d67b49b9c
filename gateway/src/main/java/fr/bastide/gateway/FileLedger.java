package fr.bastide.gateway;

import fr.bastide.airlock.flow.Chain;
import fr.bastide.airlock.flow.Decision;
import fr.bastide.airlock.flow.EventLine;
import fr.bastide.airlock.flow.FlowEvent;
import fr.bastide.airlock.flow.Ledger;
import fr.bastide.airlock.flow.Standing;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The journal of steps as a chained file, shared by the running side and by commands: each decides
/// under the file's lock, on all that was written before.
///
/// A line that a crash cut off is the last and was never answered for; it is taken away by whoever
/// writes next. A line that does not follow from those before it is an alteration, and ends all
/// work with this journal.
public final class FileLedger implements Ledger, AutoCloseable {

  private static final String NAME = "quarantine.journal";
  private static final int CHUNK = 1 << 20;

  private final Path file;
  private final FileChannel channel;
  private final List<FlowEvent> events = new ArrayList<>();
  private Standing standing = Standing.EMPTY;
  private String last = Chain.START;
  private long end;

  private FileLedger(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// The journal in a side's folder, made when missing.
  ///
  /// @throws GatewayException when it was altered
  public static FileLedger open(Path state) throws IOException {
    Path file = state.resolve(NAME);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FileLedger ledger = new FileLedger(file, channel);
    ledger.standing();
    return ledger;
  }

  @Override
  public synchronized List<FlowEvent> events() {
    standing();
    return List.copyOf(events);
  }

  @Override
  public synchronized Standing standing() {
    try {
      if (channel.size() != end) {
        catchUp();
      }
      return standing;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public synchronized Decision decide(Function<Standing, Decision> wish) {
    // A file's lock is the whole process's: two journals on one file in one process take turns
    // here.
    synchronized (FileLedger.class) {
      try (FileLock alone = channel.lock()) {
        catchUp();
        Decision decision = wish.apply(standing);
        if (alone.isValid() && decision instanceof Decision.Done done) {
          append(done.event());
        }
        return decision;
      } catch (IOException disk) {
        throw new UncheckedIOException(disk);
      }
    }
  }

  private void append(FlowEvent event) throws IOException {
    Chain.Link link = Chain.next(last, EventLine.write(event));
    ByteBuffer line = ByteBuffer.wrap(link.line().getBytes(StandardCharsets.UTF_8));
    channel.truncate(end);
    long at = end;
    while (line.hasRemaining()) {
      at += channel.write(line, at);
    }
    channel.force(true);
    last = link.hash();
    add(List.of(event));
    end = at;
  }

  private void catchUp() throws IOException {
    if (channel.size() < end) {
      throw altered(events.size());
    }
    byte[] rest = new byte[Math.toIntExact(Math.min(channel.size() - end, Integer.MAX_VALUE - 8))];
    ByteBuffer buffer = ByteBuffer.wrap(rest);
    while (buffer.hasRemaining()) {
      buffer.limit(Math.min(rest.length, buffer.position() + CHUNK));
      if (channel.read(buffer, end + buffer.position()) < 0) {
        break;
      }
      buffer.limit(rest.length);
    }
    int from = 0;
    List<FlowEvent> fresh = new ArrayList<>();
    for (int i = 0; i < buffer.position(); i++) {
      if (rest[i] == '\n') {
        String line = new String(rest, from, i - from, StandardCharsets.UTF_8);
        fresh.add(follow(line, events.size() + fresh.size() + 1));
        from = i + 1;
      }
    }
    add(fresh);
    end += from;
  }

  private FlowEvent follow(String line, int number) {
    Chain.Link link = Chain.follow(last, line).orElseThrow(() -> altered(number));
    FlowEvent event = EventLine.read(link.text()).orElseThrow(() -> altered(number));
    last = link.hash();
    return event;
  }

  private void add(List<FlowEvent> fresh) {
    if (!fresh.isEmpty()) {
      events.addAll(fresh);
      standing = standing.then(fresh);
    }
  }

  private GatewayException altered(int line) {
    return new GatewayException(
        new Text(
            "Le journal %s a été modifié à la ligne %d. Gardez-le comme preuve, et remettez en place sa sauvegarde."
                .formatted(file, line),
            "The journal %s was altered at line %d. Keep it as evidence, and put its backup back."
                .formatted(file, line)));
  }

  /// The hash of the last step: written down elsewhere, it shows later that nothing was cut off.
  public synchronized String head() {
    standing();
    return last;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
