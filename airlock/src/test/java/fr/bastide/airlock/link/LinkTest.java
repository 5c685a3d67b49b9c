package fr.bastide.airlock.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.airlock.AirlockException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Both sides in one process, over every kind of route.
class LinkTest {

  @TempDir Path root;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final List<LinkAlarm> alarms = Collections.synchronizedList(new ArrayList<>());
  private final List<AutoCloseable> running = new ArrayList<>();

  @Test
  void itemsCrossANetwork() throws Exception {
    LinkYard yard = new LinkYard(root);
    LinkRoute route = udp();
    startHigh(LinkProcess.high(root, route));
    startLow(LinkProcess.low(root, route, 200));
    Files.writeString(root.resolve("in/a.bin.receipt.json"), "{\"made\":\"before\"}");
    yard.drop("a.bin", 0, random);
    yard.drop("état n°4.txt", 100, random);
    for (int i = 0; i < 30; i++) {
      yard.drop("f" + i, random.nextInt(200_000), random);
    }
    await(() -> yard.published().size() == 32);
    stop();
    assertThat(yard.published().values())
        .as("seed %d", seed)
        .containsExactlyInAnyOrderElementsOf(yard.dropped.values());
    assertThat(Files.readString(root.resolve("out/files/1-a.bin.receipt.json")))
        .isEqualTo("{\"made\":\"before\"}");
    assertThat(root.resolve("in/.taken")).isEmptyDirectory();
    assertThat(alarms).isEmpty();
  }

  @Test
  void itemsCrossASharedFolderThatIsOnlyRead() throws Exception {
    LinkYard yard = new LinkYard(root);
    LinkRoute route = new LinkRoute.Folder(Files.createDirectory(root.resolve("shared")));
    startLow(LinkProcess.low(root, route, 0));
    for (int i = 0; i < 20; i++) {
      yard.drop("f" + i, random.nextInt(300_000), random);
    }
    startHigh(LinkProcess.high(root, route));
    await(() -> yard.published().size() == 20);
    stop();
    assertThat(yard.published()).as("seed %d", seed).isEqualTo(yard.dropped);
  }

  @Test
  void itemsCrossALineOfBytes() throws Exception {
    Path pipe = root.resolve("pipe");
    org.junit.jupiter.api.Assumptions.assumeTrue(
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0,
        "mkfifo makes the pipe this test needs");
    LinkYard yard = new LinkYard(root);
    LinkRoute route = new LinkRoute.Line(pipe);
    Thread high = Thread.ofVirtual().start(() -> startHigh(LinkProcess.high(root, route)));
    startLow(LinkProcess.low(root, route, 0));
    high.join();
    for (int i = 0; i < 20; i++) {
      yard.drop("f" + i, random.nextInt(300_000), random);
    }
    await(() -> yard.published().size() == 20);
    stop();
    assertThat(yard.published()).as("seed %d", seed).isEqualTo(yard.dropped);
  }

  @Test
  void whatWasSentWhileNobodyListenedIsNamedAndSentAgain() throws Exception {
    LinkYard yard = new LinkYard(root);
    LinkRoute route = udp();
    LowSide low = startLow(LinkProcess.low(root, route, 0));
    for (int i = 0; i < 5; i++) {
      yard.drop("f" + i, 10_000, random);
    }
    await(() -> low.sent() == 5);
    startHigh(LinkProcess.high(root, route));
    await(() -> alarms.stream().anyMatch(a -> a.kind() == LinkAlarm.Kind.MISSING));
    assertThat(alarms)
        .filteredOn(a -> a.kind() == LinkAlarm.Kind.MISSING)
        .singleElement()
        .satisfies(a -> {
          assertThat(a.from()).isEqualTo(1);
          assertThat(a.to()).isEqualTo(5);
          assertThat(AlarmLine.json(a)).contains("resend 1-5");
        });
    Optional<Long> sent = new ResendOrders(root.resolve("low")).place(1, 5, Duration.ofSeconds(10));
    assertThat(sent).contains(5L);
    await(() -> alarms.stream().anyMatch(a -> a.state() == LinkAlarm.State.CLEARED));
    assertThat(yard.published()).as("seed %d", seed).isEqualTo(yard.dropped);
    assertThat(new ResendOrders(root.resolve("low")).place(2, 3, Duration.ofSeconds(10)))
        .contains(2L);
    await(() -> alarms.stream().anyMatch(a -> a.kind() == LinkAlarm.Kind.REPEATED));
    stop();
    assertThat(yard.published()).hasSize(5);
  }

  @Test
  void theHighSideNeverSendsAnything() throws Exception {
    LinkYard yard = new LinkYard(root);
    try (DatagramSocket sender = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      InetSocketAddress at = address();
      startHigh(LinkProcess.high(root, new LinkRoute.Udp(at)));
      for (int i = 0; i < 1_000; i++) {
        byte[] noise = new byte[random.nextInt(1_472)];
        random.nextBytes(noise);
        sender.send(new DatagramPacket(noise, noise.length, at));
      }
      await(() -> alarms.stream().anyMatch(a -> a.kind() == LinkAlarm.Kind.FOREIGN));
      sender.setSoTimeout(500);
      assertThatThrownBy(() -> sender.receive(new DatagramPacket(new byte[2_000], 2_000)))
          .isInstanceOf(java.net.SocketTimeoutException.class);
    }
    stop();
    assertThat(yard.published()).isEmpty();
  }

  @Test
  void aSecretThatOthersCanReadIsRefused() throws Exception {
    LinkYard yard = new LinkYard(root);
    Files.setPosixFilePermissions(
        yard.root.resolve("low-keys/link.secret"),
        java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> startLow(LinkProcess.low(root, udp(), 0)))
        .isInstanceOf(AirlockException.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void theJournalHoldsNothingReadable() throws Exception {
    LinkYard yard = new LinkYard(root);
    LowSide low = startLow(LinkProcess.low(root, udp(), 0));
    Path half = root.resolve("in/.x");
    Files.writeString(half, "acte de naissance ".repeat(100));
    Files.move(half, root.resolve("in/naissance.txt"));
    await(() -> low.sent() == 1);
    stop();
    try (var segments = Files.list(yard.root.resolve("low/journal"))) {
      for (Path segment : segments.toList()) {
        assertThat(new String(Files.readAllBytes(segment), StandardCharsets.ISO_8859_1))
            .doesNotContain("naissance");
      }
    }
  }

  private LowSide startLow(LowSettings settings) throws IOException {
    LowSide side = new LowSide(settings, Preparation.AS_IS, _ -> {}, Clock.systemUTC());
    start(side::run, side::stop, side);
    return side;
  }

  private void startHigh(HighSettings settings) {
    try {
      HighSide side = new HighSide(settings, alarms::add, Clock.systemUTC());
      start(side::run, side::stop, side);
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  @FunctionalInterface
  private interface Run {
    void run() throws IOException, InterruptedException;
  }

  private void start(Run run, Runnable stop, AutoCloseable side) {
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              try {
                run.run();
              } catch (IOException | InterruptedException failed) {
                throw new AssertionError(failed);
              }
            });
    running.add(() -> {
      stop.run();
      thread.join();
      side.close();
    });
  }

  private void stop() throws Exception {
    for (AutoCloseable one : running) {
      one.close();
    }
  }

  private static LinkRoute udp() throws IOException {
    return new LinkRoute.Udp(address());
  }

  private static InetSocketAddress address() throws IOException {
    try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), free.getLocalPort());
    }
  }

  private void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(25).toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("seed " + seed + ": it did not happen; alarms " + alarms);
      }
      Thread.sleep(50);
    }
  }
}
