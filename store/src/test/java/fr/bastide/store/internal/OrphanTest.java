package fr.bastide.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.store.EmbeddedPostgres;
import fr.bastide.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that outlived its JVM, as on a system without the parent death signal.
class OrphanTest {

  @TempDir Path data;

  @BeforeAll
  static void shareTheBinaries() {
    TestDatabase.shareTheBinaries();
  }

  @Test
  void orphanOfThisDirectoryIsStoppedAndTheOneOfAnotherLives() throws Exception {
    var ours = data.resolve("ours");
    var other = data.resolve("other");
    EmbeddedPostgres.start(ours).close();
    EmbeddedPostgres.start(other).close();
    var orphan = spawn(ours);
    var stranger = spawn(other);
    try (var server = EmbeddedPostgres.start(ours)) {
      assertThat(server.pid()).isPresent();
      assertThat(orphan.waitFor(5, TimeUnit.SECONDS)).isTrue();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      orphan.destroyForcibly();
      stranger.destroyForcibly();
    }
  }

  @Test
  void unreadableFilesNameNoProcess() {
    assertThat(PostmasterFile.parse(List.of())).isEmpty();
    assertThat(PostmasterFile.parse(List.of("", "x"))).isEmpty();
    assertThat(PostmasterFile.parse(List.of("-1"))).isEmpty();
    assertThat(PostmasterFile.parse(List.of("12x"))).isEmpty();
    assertThat(PostmasterFile.parse(List.of("99999999999999999999"))).isEmpty();
    assertThat(PostmasterFile.parse(List.of("12"))).contains(new PostmasterFile(12, ""));
  }

  private static Process spawn(Path data) throws IOException {
    var directory = DataDirectory.of(data);
    var binaries =
        Binaries.unpacked(Path.of(System.getProperty("bastide.postgres.binaries", "")), true);
    var launch = new Launch(directory, binaries, ServerUser.of(directory), Map.of());
    var process = launch.spawn(Postmaster.freePort());
    assertThat(Waiting.until(() -> ready(directory, process.pid()), Duration.ofSeconds(20)))
        .isTrue();
    return process;
  }

  private static boolean ready(DataDirectory directory, long pid) {
    try {
      return PostmasterFile.read(directory.cluster())
          .filter(f -> f.pid() == pid && f.status().equals("ready"))
          .isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
