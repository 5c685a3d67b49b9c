package fr.bastide.store;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Another JVM that serves a data directory, made to be killed.
final class ServingProcess implements AutoCloseable {

  private static final String BINARIES = "bastide.postgres.binaries";

  private final Process process;
  private final BufferedReader out;
  private final ProcessHandle postgres;

  private ServingProcess(Process process) throws IOException {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    var said = new ArrayList<String>();
    var found = Optional.<ProcessHandle>empty();
    for (var line = out.readLine(); line != null && found.isEmpty(); line = out.readLine()) {
      said.add(line);
      if (line.startsWith("serving ")) {
        found = ProcessHandle.of(Long.parseLong(line.substring(8)));
        break;
      }
    }
    this.postgres = found.orElseThrow(() -> new IllegalStateException("not serving: " + said));
  }

  /// Whether these tests run as root.
  static boolean root() throws IOException {
    var own = Path.of("/proc", Long.toString(ProcessHandle.current().pid()));
    return Files.getAttribute(own, "unix:uid").equals(0);
  }

  static ServingProcess start(Path data) throws IOException {
    return new ServingProcess(
        builder(List.of(), System.getProperty("java.class.path"), binaries(), data).start());
  }

  /// As another user, who may read neither our home nor our build directory.
  static ServingProcess startAs(int uid, Path open) throws IOException {
    Files.setPosixFilePermissions(
        open, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    var data = Files.createDirectory(open.resolve("data"));
    Files.setAttribute(data, "unix:uid", uid);
    var prefix = List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups");
    var builder =
        builder(prefix, readableClassPath(open), data.resolve("postgres").toString(), data);
    return new ServingProcess(builder.directory(open.toFile()).start());
  }

  private static String binaries() {
    return System.getProperty(BINARIES, "");
  }

  private static ProcessBuilder builder(
      List<String> prefix, String classPath, String binaries, Path data) {
    var line = new ArrayList<>(prefix);
    line.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-D" + BINARIES + "=" + binaries,
            "-cp",
            classPath,
            Main.class.getName(),
            data.toString()));
    return new ProcessBuilder(line).redirectErrorStream(true);
  }

  private static String readableClassPath(Path open) throws IOException {
    var copies = Files.createDirectory(open.resolve("classes"));
    var entries = new ArrayList<Path>();
    for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      var from = Path.of(entry);
      if (Files.exists(from)) {
        var to = copies.resolve(entries.size() + "-" + from.getFileName());
        copy(from, to);
        entries.add(to);
      }
    }
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (var file : files.sorted(Comparator.naturalOrder()).toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /// The last number that the other JVM was told is kept; reads what it says until it is killed.
  int acknowledged() throws IOException {
    var last = 0;
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("kept ")) {
        last = Integer.parseInt(line.substring(5));
      }
    }
    return last;
  }

  /// The server's main process.
  ProcessHandle postgres() {
    return postgres;
  }

  /// SIGKILL, and wait for the end.
  void kill() throws InterruptedException {
    // Not by the process itself, which would close what it has said so far.
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /// What the other JVM runs.
  static final class Main {

    private Main() {}

    public static void main(String[] arguments) throws Exception {
      var server = EmbeddedPostgres.start(Path.of(arguments[0]));
      Sql.run(server, "CREATE TABLE public.acknowledged AS SELECT 1 AS one");
      var pid = server.pid().orElseThrow();
      System.out.println("serving " + pid);
      try (var connection = server.superuser("postgres").connect();
          var insert = connection.prepareStatement("INSERT INTO public.acknowledged VALUES (?)")) {
        for (int number = 2; ; number++) {
          insert.setInt(1, number);
          insert.executeUpdate();
          System.out.println("kept " + number);
        }
      }
    }
  }
}
