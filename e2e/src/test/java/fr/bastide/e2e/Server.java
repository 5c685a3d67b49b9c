package fr.bastide.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The real server in a process of its own, started as `./bastide serve` starts it, on a free
/// loopback port. It stops with the tests, whatever happens to them.
final class Server implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration FAREWELL = Duration.ofSeconds(60);
  private static final String ADDRESS = "Bastide\u00a0: ";
  private static final String PASSWORD = "mot de passe / password\u00a0: ";

  private final Process process;
  private final Path data;
  private final Thread hook;
  private final List<String> lines = new ArrayList<>();

  private Server(Process process, Path data) {
    this.process = process;
    this.data = data;
    this.hook = new Thread(process::destroy, "stop the server");
    Runtime.getRuntime().addShutdownHook(hook);
    Thread.ofVirtual().name("server output").start(this::listen);
  }

  /// An empty data directory under `target`; what an earlier run left there is removed.
  static Path freshData(String name) {
    Path data = Path.of("target", "servers", name).toAbsolutePath();
    try {
      if (Files.exists(data)) {
        try (Stream<Path> files = Files.walk(data)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
      return Files.createDirectories(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Starts a server over this directory and waits until it listens.
  ///
  /// @param more further arguments of `serve`
  static Server start(Path data, String... more) {
    List<String> command = new ArrayList<>(Built.java("-Xmx192m", "-XX:MaxMetaspaceSize=160m"));
    command.addAll(List.of("-cp", Built.web(), "fr.bastide.web.Serve"));
    command.addAll(List.of("--data", data.toString(), "--listen", "127.0.0.1:0"));
    command.addAll(List.of("--management", "127.0.0.1:0"));
    command.addAll(List.of(more));
    try {
      Server server =
          new Server(new ProcessBuilder(command).redirectErrorStream(true).start(), data);
      server.await(line -> line.startsWith(ADDRESS), PATIENCE);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where everything is kept.
  Path data() {
    return data;
  }

  /// The address that people type, without a final slash.
  URI origin() {
    String address = await(line -> line.startsWith(ADDRESS), PATIENCE).substring(ADDRESS.length());
    return URI.create(address.substring(0, address.length() - 1));
  }

  /// The URL of a path.
  String at(String path) {
    return origin() + path;
  }

  /// The one-time link for the first administrator, as the console shows it.
  String administratorLink() {
    return await(line -> line.contains("/invitation/"), PATIENCE).strip();
  }

  /// The password of everybody in the demonstration.
  String examplePassword() {
    String line = await(each -> each.contains(PASSWORD), PATIENCE);
    return line.substring(line.indexOf(PASSWORD) + PASSWORD.length());
  }

  /// Kills the process as a power cut would: nothing is flushed, nobody is told.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(FAREWELL.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the server did not stop within " + FAREWELL + ":\n" + said());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  /// All it has written so far.
  String said() {
    synchronized (lines) {
      return String.join("\n", lines);
    }
  }

  private void listen() {
    try (BufferedReader reader = process.inputReader()) {
      reader
          .lines()
          .forEach(line -> {
            synchronized (lines) {
              lines.add(line);
              lines.notifyAll();
            }
          });
    } catch (IOException | UncheckedIOException e) {
      synchronized (lines) {
        lines.add("(its output broke off: " + e.getMessage() + ")");
      }
    }
  }

  private String await(Predicate<String> wanted, Duration patience) {
    Instant end = Instant.now().plus(patience);
    synchronized (lines) {
      while (true) {
        Optional<String> found = lines.stream().filter(wanted).findFirst();
        if (found.isPresent()) {
          return found.get();
        }
        if (!process.isAlive() || Instant.now().isAfter(end)) {
          throw new AssertionError("the server did not say what was awaited:\n" + said());
        }
        try {
          lines.wait(500);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new AssertionError("interrupted while the server started", e);
        }
      }
    }
  }
}
