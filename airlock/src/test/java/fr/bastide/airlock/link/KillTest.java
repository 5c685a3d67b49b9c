package fr.bastide.airlock.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Both sides as real processes, killed in turn at random moments: nothing is published twice or by
/// half, and all that was dropped is published in the end, sent again where it was named missing.
class KillTest {

  private static final int KILLS = 4;
  private static final int FILES = 100;

  @TempDir Path root;

  private final List<Process> started = new ArrayList<>();

  @Test
  void nothingIsLostNorPublishedTwice() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    LinkYard yard = new LinkYard(root);
    int port = port();
    Process low = side("low", port);
    Process high = side("high", port);
    int files = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      for (int i = 0; i < FILES / KILLS; i++) {
        yard.drop("f%04d".formatted(files++), random.nextInt(60_000), random);
        Thread.sleep(random.nextInt(12));
      }
      Thread.sleep(300 + random.nextInt(700));
      if (kill % 2 == 0) {
        low.destroyForcibly().waitFor();
        low = side("low", port);
      } else {
        high.destroyForcibly().waitFor();
        high = side("high", port);
      }
      yard.published();
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    ResendOrders orders = new ResendOrders(root.resolve("low"));
    while (yard.published().size() < files && System.nanoTime() < end) {
      Thread.sleep(1_000);
      orders.place(1, files * 2L, Duration.ofSeconds(20));
    }
    assertThat(yard.published()).as("seed %d", seed).isEqualTo(yard.dropped);
    assertThat(root.resolve("in/.taken")).isEmptyDirectory();
  }

  @AfterEach
  void stop() throws InterruptedException {
    for (Process one : started) {
      one.destroyForcibly().waitFor();
    }
  }

  private Process side(String which, int port) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                LinkProcess.class.getName(),
                which,
                root.toString(),
                "127.0.0.1",
                Integer.toString(port)));
    if (which.equals("low")) {
      command.add("100");
    }
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(root.resolve(which + ".log").toFile()))
            .start();
    started.add(process);
    return process;
  }

  private static int port() throws IOException {
    try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
