package fr.bastide.airlock.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Measures the link between two network namespaces joined by a pair of virtual interfaces of which
/// one direction loses packets and the other carries none: `FILES LOSS_PER_MILLE MEGABITS [NFT]`.
///
/// Needs root, iproute2 and nftables. The rules are those of the file, or its like with another
/// loss.
final class LinkBench {

  private static final String LOW = "bastide-low";
  private static final String HIGH = "bastide-high";
  private static final String LOW_MAC = "02:00:00:00:00:0a";
  private static final String HIGH_MAC = "02:00:00:00:00:0b";
  private static final int PORT = 4_242;
  private static final int SMALLEST = 1_000;
  private static final double SPREAD = 500;

  private LinkBench() {}

  public static void main(String[] arguments) throws Exception {
    int files = Integer.parseInt(arguments[0]);
    int loss = Integer.parseInt(arguments[1]);
    int megabits = Integer.parseInt(arguments[2]);
    if (!run("ip", "netns", "list") || !run("nft", "--version")) {
      System.out.println("skipped: needs root, iproute2 and nftables");
      return;
    }
    Path root = Files.createTempDirectory("bastide-link");
    try {
      open(root, loss, arguments.length > 3 ? Files.readString(Path.of(arguments[3])) : "");
      measure(new LinkYard(root), files, megabits);
    } finally {
      close();
      delete(root);
    }
  }

  private static void open(Path root, int loss, String given) throws Exception {
    close();
    must("ip", "netns", "add", LOW);
    must("ip", "netns", "add", HIGH);
    must(
        "ip", "link", "add", "vA", "netns", LOW, "address", LOW_MAC, "type", "veth", "peer", "name",
        "vB", "netns", HIGH, "address", HIGH_MAC);
    end(LOW, "vA", "10.99.0.1/24", "10.99.0.2", HIGH_MAC);
    end(HIGH, "vB", "10.99.0.2/24", "10.99.0.1", LOW_MAC);
    String rules =
        given.isEmpty()
            ? """
            table netdev ow {
              chain eg {
                type filter hook egress device "vB" priority 0; policy drop;
                counter
              }
              chain ing {
                type filter hook ingress device "vB" priority 0; policy accept;
                numgen random mod 1000 < %d counter drop
              }
            }
            """
                .formatted(loss)
            : given;
    Path file = Files.writeString(root.resolve("rules.nft"), rules);
    must("ip", "netns", "exec", HIGH, "nft", "-f", file.toString());
  }

  private static void end(String space, String device, String address, String other, String mac)
      throws Exception {
    String[] in = {"ip", "netns", "exec", space};
    must(with(in, "sysctl", "-qw", "net.ipv6.conf.all.disable_ipv6=1"));
    must(with(in, "ip", "address", "add", address, "dev", device));
    must(with(in, "ip", "link", "set", device, "up"));
    must(with(in, "ip", "neighbor", "replace", other, "lladdr", mac, "dev", device));
  }

  private static void measure(LinkYard yard, int files, int megabits) throws Exception {
    Random random = new Random(4);
    long bytes = 0;
    for (int i = 0; i < files; i++) {
      int size = (int) (SMALLEST * Math.pow(SPREAD, random.nextDouble()));
      yard.drop("f%05d.bin".formatted(i), size, random);
      bytes += size;
    }
    List<String> said = new ArrayList<>();
    Process high = side(HIGH, "high", yard, "0.0.0.0", said);
    Thread.sleep(2_000);
    long packets = received();
    long start = System.nanoTime();
    Process low = side(LOW, "low", yard, "10.99.0.2", said, Integer.toString(megabits));
    long last = start;
    long stirred = start;
    int heard = 0;
    int seen = -1;
    while (seen < files && System.nanoTime() - stirred < TimeUnit.SECONDS.toNanos(12)) {
      Thread.sleep(100);
      int now = yard.files().size();
      if (now != seen) {
        seen = now;
        last = System.nanoTime();
        stirred = last;
      }
      synchronized (said) {
        if (said.size() != heard) {
          heard = said.size();
          stirred = System.nanoTime();
        }
      }
    }
    double seconds = (last - start) / 1e9;
    Thread.sleep(1_000);
    System.out.printf(
        "CPU: low %.1f s, high %.1f s%n",
        low.info().totalCpuDuration().orElseThrow().toMillis() / 1e3,
        high.info().totalCpuDuration().orElseThrow().toMillis() / 1e3);
    low.destroy();
    high.destroy();
    high.waitFor();
    low.waitFor();
    Map<String, String> published = yard.published();
    long corrupt =
        published.entrySet().stream()
            .filter(e -> !e.getValue().equals(yard.dropped.get(e.getKey())))
            .count();
    System.out.printf(
        "%d files, %.1f MB; published %d in %.1f s from the start of the low side: %.0f Mbit/s%n",
        files, bytes / 1e6, published.size(), seconds, bytes * 8 / 1e6 / seconds);
    System.out.printf(
        "corrupt %d, missing %d; packets towards the sender %d%n",
        corrupt, files - published.size(), received() - packets);
    synchronized (said) {
      said.forEach(System.out::println);
    }
  }

  private static Process side(
      String space, String which, LinkYard yard, String host, List<String> said, String... more)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "ip",
                "netns",
                "exec",
                space,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                LinkProcess.class.getName(),
                which,
                yard.root.toString(),
                host,
                Integer.toString(PORT)));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    Thread.ofVirtual()
        .start(() -> {
          try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines
                .lines()
                .forEach(line -> {
                  synchronized (said) {
                    said.add(which + ": " + line);
                  }
                });
          } catch (IOException | java.io.UncheckedIOException ended) {
            said.add(which + " ended");
          }
        });
    return process;
  }

  /// Packets that the low side's interface has received.
  private static long received() throws Exception {
    Process cat =
        new ProcessBuilder(
                "ip", "netns", "exec", LOW, "cat", "/sys/class/net/vA/statistics/rx_packets")
            .start();
    return Long.parseLong(
        new String(cat.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip());
  }

  private static String[] with(String[] first, String... more) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static void close() throws Exception {
    run("ip", "netns", "del", LOW);
    run("ip", "netns", "del", HIGH);
  }

  private static void must(String... command) throws Exception {
    if (!run(command)) {
      throw new IOException("failed: " + String.join(" ", command));
    }
  }

  private static boolean run(String... command) throws Exception {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  private static void delete(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException failed)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
