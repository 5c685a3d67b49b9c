package fr.bastide.store.internal;

import fr.bastide.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/// The server process and the thread that keeps it: started once, restarted on the same port if it
/// is killed, stopped with us.
///
/// The keeper must be one platform thread that lives as long as the server: Linux sends the *parent
/// death signal*, by which the server ends with a killed JVM, when the starting **thread** ends.
public final class Postmaster implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Postmaster.class.getName());
  private static final Duration RECOVERY = Duration.ofMinutes(10);
  private static final Duration ENDING = Duration.ofSeconds(20);
  private static final int RESTARTS_IN_A_ROW = 5;
  private static final Duration STEADY = Duration.ofMinutes(1);

  private final Launch launch;
  private final int port;
  private final Thread keeper;
  private final CompletableFuture<Process> first = new CompletableFuture<>();
  private volatile Optional<Process> process = Optional.empty();
  private volatile boolean wasReady;
  private volatile boolean stopping;

  private Postmaster(Launch launch, int port) {
    this.launch = launch;
    this.port = port;
    this.keeper = Thread.ofPlatform().daemon().name("postgres-keeper").unstarted(this::keep);
  }

  /// Starts the server and returns when it accepts connections, crash recovery included.
  public static Postmaster start(Launch launch) {
    var end = System.nanoTime() + ENDING.toNanos();
    while (true) {
      var from = logSize(launch.directory().log());
      var attempt = new Postmaster(launch, freePort());
      attempt.keeper.start();
      if (attempt.becameReady()) {
        return attempt;
      }
      var said = logFrom(launch.directory().log(), from);
      var diagnosis = Diagnosis.of(said, launch.directory().cluster());
      if (diagnosis instanceof Diagnosis.Final(StoreException error)) {
        throw error;
      }
      if (System.nanoTime() > end) {
        throw StoreException.of(
            "La base de %s ne démarre pas. PostgreSQL dit\u00a0: %s"
                .formatted(launch.directory().cluster(), said.strip()),
            "The database in %s does not start. PostgreSQL says: %s"
                .formatted(launch.directory().cluster(), said.strip()));
      }
      Waiting.pause(200);
    }
  }

  public int port() {
    return port;
  }

  /// The number of the server process, which changes if it had to be restarted.
  public long pid() {
    return process.map(Process::pid).orElseThrow();
  }

  private void keep() {
    var restarts = 0;
    while (!stopping) {
      var since = System.nanoTime();
      try {
        var started = launch.spawn(port);
        process = Optional.of(started);
        first.complete(started);
        if (stopping) {
          stop(started);
        }
        started.waitFor();
      } catch (IOException e) {
        first.completeExceptionally(e);
        LOG.log(System.Logger.Level.ERROR, "PostgreSQL cannot be started", e);
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      if (!wasReady || stopping) {
        return;
      }
      restarts = System.nanoTime() - since > STEADY.toNanos() ? 1 : restarts + 1;
      if (restarts > RESTARTS_IN_A_ROW) {
        LOG.log(System.Logger.Level.ERROR, "PostgreSQL ended too often; it stays stopped");
        return;
      }
      LOG.log(System.Logger.Level.WARNING, "PostgreSQL ended by itself; starting it again");
      PostmasterFile.clearOrphan(launch.directory().cluster());
      Waiting.pause(200L * restarts);
    }
  }

  private boolean becameReady() {
    try {
      var started = first.join();
      var seen = Waiting.until(() -> !started.isAlive() || isReady(started.pid()), RECOVERY);
      wasReady = seen && started.isAlive();
      if (!seen) {
        stop(started);
      }
      return wasReady;
    } catch (CompletionException e) {
      throw StoreException.of(
          "PostgreSQL ne peut pas être lancé\u00a0: %s".formatted(e.getMessage()),
          "PostgreSQL cannot be started: %s".formatted(e.getMessage()),
          e);
    }
  }

  private boolean isReady(long pid) {
    try {
      return PostmasterFile.read(launch.directory().cluster())
          .filter(f -> f.pid() == pid && f.status().equals("ready"))
          .isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Stops the server: running statements are cancelled, everything committed is on disk.
  @Override
  public void close() {
    stopping = true;
    process.ifPresent(Postmaster::stop);
  }

  private static void stop(Process process) {
    try {
      Programs.signal("INT", process.pid());
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        Programs.signal("QUIT", process.pid());
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      }
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "no signal could be sent; ending the server at once", e);
      process.destroyForcibly();
    }
  }

  static int freePort() {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw StoreException.of(
          "Aucun port libre sur 127.0.0.1.", "There is no free port on 127.0.0.1.", e);
    }
  }

  private static long logSize(Path log) {
    try {
      return Files.exists(log) ? Files.size(log) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String logFrom(Path log, long from) {
    try (var channel = FileChannel.open(log, StandardOpenOption.READ)) {
      var start = channel.size() < from ? 0 : from;
      var bytes = ByteBuffer.allocate((int) Math.min(channel.size() - start, 65_536));
      channel.read(bytes, start);
      return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
