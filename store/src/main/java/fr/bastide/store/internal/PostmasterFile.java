package fr.bastide.store.internal;

import fr.bastide.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a running server writes in `postmaster.pid`, and what a killed one leaves there.
///
/// @param pid the process that wrote it
/// @param status `starting`, `ready`, `stopping`, or empty while it is being written
record PostmasterFile(long pid, String status) {

  private static final int STATUS_LINE = 7;
  private static final Duration FAST_SHUTDOWN = Duration.ofSeconds(30);
  private static final Duration IMMEDIATE_SHUTDOWN = Duration.ofSeconds(10);

  static Optional<PostmasterFile> read(Path cluster) throws IOException {
    try {
      return parse(Files.readAllLines(file(cluster), StandardCharsets.ISO_8859_1));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  static Optional<PostmasterFile> parse(List<String> lines) {
    var first = lines.isEmpty() ? "" : lines.getFirst().strip();
    if (first.isEmpty()
        || first.length() > 18
        || !first.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    var status = lines.size() > STATUS_LINE ? lines.get(STATUS_LINE).strip() : "";
    return Optional.of(new PostmasterFile(Long.parseLong(first), status));
  }

  /// Called with the lock held, so that any server found is an orphan: stops it if it serves this
  /// very cluster, and removes a file that a killed server left. A number alone proves nothing,
  /// since the system hands numbers out again.
  static void clearOrphan(Path cluster) {
    try {
      var found = read(cluster);
      if (found.isPresent() && serves(found.get().pid(), cluster)) {
        stop(found.get().pid(), cluster);
      }
      Files.deleteIfExists(file(cluster));
    } catch (IOException e) {
      throw PrivateFiles.unwritable(cluster, e);
    }
  }

  /// Whether a process is a PostgreSQL server whose current directory is this cluster.
  static boolean serves(long pid, Path cluster) {
    try {
      var process = Path.of("/proc", Long.toString(pid));
      return Files.readString(process.resolve("comm")).strip().equals("postgres")
          && Files.readSymbolicLink(process.resolve("cwd")).equals(cluster);
    } catch (IOException e) {
      // No such process, or one of another user: the server of our cluster is neither.
      return false;
    }
  }

  private static void stop(long pid, Path cluster) throws IOException {
    try {
      Programs.signal("INT", pid);
      if (!Waiting.until(() -> !serves(pid, cluster), FAST_SHUTDOWN)) {
        Programs.signal("QUIT", pid);
        if (!Waiting.until(() -> !serves(pid, cluster), IMMEDIATE_SHUTDOWN)) {
          throw StoreException.of(
              "Un ancien serveur PostgreSQL (processus %d) sert encore %s et ne s’arrête pas."
                  .formatted(pid, cluster),
              "An old PostgreSQL server (process %d) still serves %s and does not stop."
                  .formatted(pid, cluster));
        }
      }
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    }
  }

  private static Path file(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }
}
