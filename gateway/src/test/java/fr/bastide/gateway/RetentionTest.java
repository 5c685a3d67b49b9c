package fr.bastide.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.flow.HeldItem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is kept is encrypted, and ends with its flow's retention.
class RetentionTest {

  private final Yard yard;

  RetentionTest(@TempDir Path root) throws IOException {
    yard = new Yard(root).lay();
  }

  private long files(String folder) throws IOException {
    try (Stream<Path> all = Files.walk(yard.root.resolve("low").resolve(folder))) {
      return all.filter(Files::isRegularFile).count();
    }
  }

  private HeldItem item() throws IOException {
    try (FileLedger ledger = FileLedger.open(yard.root.resolve("low"))) {
      return ledger.standing().item(1).orElseThrow();
    }
  }

  private interface Check {
    boolean done() throws IOException;
  }

  private void run(Clock clock, Check check) throws Exception {
    try (LowGateway low = new LowGateway(yard.low(DoorPlan.NONE), Lane.NONE, text -> {}, clock)) {
      Thread running =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  low.run();
                } catch (IOException | InterruptedException ended) {
                  throw new IllegalStateException(ended);
                }
              });
      Yard.await(
          "the low side",
          () -> {
            try {
              return check.done();
            } catch (IOException disk) {
              throw new java.io.UncheckedIOException(disk);
            }
          });
      low.stop();
      running.join();
    }
  }

  @Test
  void whatWasKeptEndsWithItsRetention() throws Exception {
    yard.drop(
        "etat-civil", "secret.dat", "\u0001\u0002motdepasse".getBytes(StandardCharsets.UTF_8));
    yard.drop("urbanisme", "plan.txt", "Le plan\n".getBytes(StandardCharsets.UTF_8));
    run(Clock.systemUTC(), () -> files("receipts") == 2);
    assertThat(item().state()).isEqualTo(HeldItem.State.HELD);
    assertThat(files("vault")).isEqualTo(2);
    try (Stream<Path> all = Files.walk(yard.root.resolve("low"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("motdepasse")
            .doesNotContain("Le plan");
      }
    }
    Path status = yard.root.resolve("low/status.json");
    Files.delete(status);
    run(Clock.offset(Clock.systemUTC(), Duration.ofDays(29)), () -> Files.exists(status));
    assertThat(files("vault")).isEqualTo(2);
    run(Clock.offset(Clock.systemUTC(), Duration.ofDays(31)), () -> files("receipts") == 0);
    assertThat(item().state()).isEqualTo(HeldItem.State.EXPIRED);
    assertThat(files("vault")).isZero();
  }
}
