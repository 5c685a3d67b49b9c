package fr.bastide.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The real server in a process of its own, started by the launcher as anybody starts it.
final class ServedHouse implements AutoCloseable {

  private final Process process;
  private final String address;

  private ServedHouse(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  static ServedHouse start(Path data) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    launcher().toString(),
                    "serve",
                    "--data",
                    data.toString(),
                    "--listen",
                    "127.0.0.1:0",
                    "--management",
                    "127.0.0.1:0"))
            .redirectErrorStream(true)
            .start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      int at = line.indexOf("http://");
      if (line.startsWith("Bastide\u00a0:") && at >= 0) {
        Thread.ofPlatform().daemon().start(() -> said.lines().forEach(rest -> {}));
        String address = line.substring(at).strip();
        return new ServedHouse(
            process, address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
      }
    }
    throw new IOException("the server did not say where it is");
  }

  /// The one entrance, in the checkout that these benchmarks were built from.
  static Path launcher() {
    return Path.of(System.getProperty("bastide.home", "."), "bastide").toAbsolutePath();
  }

  String address() {
    return address;
  }

  /// CPU time of the web process so far, PostgreSQL not counted.
  double cpuSeconds() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
  }

  /// Resident memory of the web process, from Linux.
  long residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(
            line -> Long.parseLong(line.replace("VmRSS:", "").replace("kB", "").strip()) / 1024)
        .findFirst()
        .orElse(-1);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
