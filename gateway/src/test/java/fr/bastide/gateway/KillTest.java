package fr.bastide.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.link.ResendOrders;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Both sides as real processes, killed in the middle of their work: every file that was accepted,
/// by the folder or by the page, is published, and none twice.
class KillTest {

  private static final int KILLS = 4;
  private static final int EACH = 12;

  private final Yard yard;
  private final InetSocketAddress page;
  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final List<Process> started = new ArrayList<>();
  private final Set<String> accepted = new HashSet<>();
  private final Set<String> tried = new HashSet<>();

  KillTest(@TempDir Path root) throws IOException {
    yard = new Yard(root).lay();
    page = Yard.freeTcp();
  }

  @Test
  void whatWasAcceptedIsPublishedOnce() throws Exception {
    Process low = side("low");
    Process high = side("high");
    int number = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      PageVisitor visitor = signedIn();
      for (int i = 0; i < EACH; i++) {
        offer(visitor, "f%03d.%s".formatted(number++, random.nextInt(4) == 0 ? "dat" : "txt"));
        if (i == EACH / 2 + random.nextInt(EACH / 3)) {
          boolean below = kill % 2 == 0;
          (below ? low : high).destroyForcibly().waitFor();
          if (below) {
            low = side("low");
          } else {
            high = side("high");
          }
        }
      }
      visitor.close();
    }
    settled();
    List<String> published = names();
    assertThat(new HashSet<>(published)).as("seed %d", seed).hasSameSizeAs(published);
    assertThat(published).as("seed %d", seed).containsAll(accepted);
    assertThat(tried).as("seed %d", seed).containsAll(published);
    assertThat(accepted.size()).as("seed %d", seed).isGreaterThan(KILLS * EACH / 2);
  }

  /// Offers a file by the folder or the page; a page that died may have taken it or not.
  private void offer(PageVisitor visitor, String name) throws Exception {
    byte[] content =
        name.endsWith("dat")
            ? new byte[] {1, 2, 3, (byte) random.nextInt(), (byte) random.nextInt()}
            : ("Contenu " + random.nextLong() + "\n").getBytes(StandardCharsets.UTF_8);
    tried.add(name);
    if (random.nextBoolean()) {
      yard.drop("etat-civil", name, content);
      accepted.add(name);
      return;
    }
    try {
      if (visitor.put("etat-civil", name, content).statusCode() == 201) {
        accepted.add(name);
      }
    } catch (IOException died) {
      tried.add(name);
    }
  }

  private PageVisitor signedIn() throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (true) {
      PageVisitor visitor = new PageVisitor(page);
      try {
        visitor.signIn("alice", Yard.PASSWORD);
        visitor.get("/flow/etat-civil");
        return visitor;
      } catch (IOException notYet) {
        visitor.close();
        if (System.nanoTime() > end) {
          String said = Files.readString(yard.root.resolve("low.log"));
          throw new AssertionError("the low side does not answer: " + said, notYet);
        }
        Thread.sleep(100);
      }
    }
  }

  /// Waits until all is there, sending again what was lost with a high side.
  private void settled() throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    ResendOrders orders = new ResendOrders(yard.root.resolve("low"));
    while (!names().containsAll(accepted) && System.nanoTime() < end) {
      Thread.sleep(1_000);
      orders.place(1, 10_000, Duration.ofSeconds(10));
    }
    Thread.sleep(1_000);
  }

  /// What was published, by the name it was offered under.
  private List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    for (String name : yard.published("etat-civil")) {
      names.add(
          name.startsWith("retenu-")
              ? name.substring(name.indexOf('-', 7) + 1, name.length() - ".html".length())
              : name);
    }
    return names;
  }

  @AfterEach
  void stop() throws Exception {
    for (Process one : started) {
      one.destroy();
      if (!one.waitFor(10, TimeUnit.SECONDS)) {
        one.destroyForcibly().waitFor();
      }
    }
  }

  private Process side(String which) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                GatewayProcess.class.getName(),
                which,
                yard.root.toString(),
                Integer.toString(yard.port),
                Integer.toString(page.getPort()))
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(yard.root.resolve(which + ".log").toFile()))
            .start();
    started.add(process);
    return process;
  }

  private static String classPath() {
    return String.join(
        File.pathSeparator,
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList());
  }
}
