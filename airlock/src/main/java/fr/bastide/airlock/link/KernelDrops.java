package fr.bastide.airlock.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// How many datagrams the system threw away because the receive buffer was full, as Linux counts
/// them in `/proc/net/udp` and `udp6`; nothing where that is not there.
final class KernelDrops {

  private static final List<Path> TABLES =
      List.of(Path.of("/proc/self/net/udp"), Path.of("/proc/self/net/udp6"));

  private final String port;
  private long before;

  private KernelDrops(String port) throws IOException {
    this.port = port;
    before = count();
  }

  static KernelDrops of(Inlet inlet) throws IOException {
    return new KernelDrops(
        inlet instanceof UdpInlet udp
            ? ":%04x".formatted(udp.address().getPort()).toUpperCase(Locale.ROOT)
            : "");
  }

  /// How many since this was last asked.
  long since() throws IOException {
    long now = count();
    long more = Math.max(0, now - before);
    before = now;
    return more;
  }

  private long count() throws IOException {
    long drops = 0;
    if (port.isEmpty()) {
      return drops;
    }
    for (Path table : TABLES) {
      if (Files.isReadable(table)) {
        for (String line : Files.readAllLines(table, StandardCharsets.US_ASCII)) {
          drops += drops(line.strip());
        }
      }
    }
    return drops;
  }

  private long drops(String line) {
    int local = line.indexOf(' ');
    int end = line.indexOf(' ', local + 1);
    int last = line.lastIndexOf(' ');
    if (local < 0 || end < 0 || !line.substring(local, end).endsWith(port)) {
      return 0;
    }
    try {
      return Long.parseLong(line.substring(last + 1));
    } catch (NumberFormatException heading) {
      return 0;
    }
  }
}
