package fr.bastide.store.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All that is needed to start the server process of one data directory.
///
/// @param directory whose cluster is served
/// @param binaries the programs
/// @param user whom the server runs as
/// @param settings more settings, which win over [#SETTINGS]; tests alone give some
public record Launch(
    DataDirectory directory, Binaries binaries, ServerUser user, Map<String, String> settings) {

  private static final long LOG_KEPT = 5L << 20;

  /// Sized for a machine with 1 GB of memory: one process for each connection and few others.
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("max_connections", "40"),
          Map.entry("shared_buffers", "48MB"),
          Map.entry("work_mem", "8MB"),
          Map.entry("maintenance_work_mem", "32MB"),
          Map.entry("effective_cache_size", "256MB"),
          Map.entry("random_page_cost", "1.1"),
          Map.entry("jit", "off"),
          Map.entry("io_method", "sync"),
          Map.entry("max_worker_processes", "2"),
          Map.entry("max_parallel_workers_per_gather", "0"),
          Map.entry("max_parallel_maintenance_workers", "0"),
          Map.entry("max_logical_replication_workers", "0"),
          Map.entry("max_wal_senders", "0"),
          Map.entry("wal_level", "minimal"),
          Map.entry("min_wal_size", "32MB"),
          Map.entry("max_wal_size", "256MB"),
          Map.entry("autovacuum_worker_slots", "2"),
          Map.entry("autovacuum_max_workers", "1"),
          Map.entry("huge_pages", "off"),
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("password_encryption", "scram-sha-256"),
          Map.entry("timezone", "UTC"),
          Map.entry("log_timezone", "UTC"),
          Map.entry("lc_messages", "C"),
          Map.entry("logging_collector", "off"),
          Map.entry("log_checkpoints", "off"),
          // Statements carry personal data: the log names errors, never what was asked.
          Map.entry("log_min_error_statement", "panic"),
          Map.entry("log_parameter_max_length_on_error", "0"),
          Map.entry("log_error_verbosity", "terse"));

  /// Starts the server on a port of 127.0.0.1. Its output is appended to the log, which the caller
  /// opens: the server's user needs no right on that directory.
  Process spawn(int port) throws IOException {
    rotate();
    return builder(user.command(program(port)), directory.cluster())
        .redirectErrorStream(true)
        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
        .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.log().toFile()))
        .start();
  }

  private List<String> program(int port) {
    var line = new ArrayList<String>();
    line.add(binaries.postgres().toString());
    line.add("-D");
    line.add(
        switch (user) {
          case ServerUser.Caller caller -> directory.cluster().toString();
          // Reachable wherever the directory lies: a process may always use its current directory.
          case ServerUser.Unprivileged other -> "/proc/self/cwd";
        });
    var all = new LinkedHashMap<>(SETTINGS);
    all.putAll(settings);
    all.put("port", Integer.toString(port));
    all.forEach((name, value) -> {
      line.add("-c");
      line.add(name + "=" + value);
    });
    return line;
  }

  private void rotate() throws IOException {
    var log = directory.log();
    if (Files.exists(log) && Files.size(log) > LOG_KEPT) {
      Files.move(
          log,
          log.resolveSibling(log.getFileName() + ".1"),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /// A process with nothing of our environment.
  static ProcessBuilder builder(List<String> command, Path workingDirectory) {
    var builder = new ProcessBuilder(command).directory(workingDirectory.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("LC_ALL", "C");
    return builder;
  }
}
