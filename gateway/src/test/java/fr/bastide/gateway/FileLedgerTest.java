package fr.bastide.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.airlock.flow.Decision;
import fr.bastide.airlock.flow.FlowEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLedgerTest {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private final Path folder;
  private final Path file;

  FileLedgerTest(@TempDir Path folder) {
    this.folder = folder;
    file = folder.resolve("quarantine.journal");
  }

  private static void write(FileLedger ledger, String by) {
    ledger.decide(_ -> new Decision.Done(new FlowEvent.AttackEnded(NOON, by)));
  }

  private List<String> authors() throws IOException {
    try (FileLedger ledger = FileLedger.open(folder)) {
      return ledger.events().stream().map(FlowEvent::by).toList();
    }
  }

  @Test
  void severalWritersShareOneChain() throws Exception {
    try (FileLedger one = FileLedger.open(folder);
        FileLedger other = FileLedger.open(folder)) {
      List<Thread> threads = new ArrayList<>();
      for (FileLedger ledger : List.of(one, other)) {
        threads.add(
            Thread.ofPlatform()
                .start(() -> {
                  for (int i = 0; i < 50; i++) {
                    write(ledger, "w");
                  }
                }));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(one.events()).hasSize(100);
      assertThat(one.head()).isEqualTo(other.head());
    }
    assertThat(authors()).hasSize(100);
  }

  @Test
  void aLineCutOffByACrashIsForgotten() throws IOException {
    try (FileLedger ledger = FileLedger.open(folder)) {
      write(ledger, "a");
      Files.writeString(file, "0123 {\"half", StandardOpenOption.APPEND);
    }
    assertThat(authors()).containsExactly("a");
    try (FileLedger ledger = FileLedger.open(folder)) {
      write(ledger, "b");
    }
    assertThat(authors()).containsExactly("a", "b");
  }

  @Test
  void anEndThatIsCutOffUnderARunningSideIsSeen() throws IOException {
    try (FileLedger ledger = FileLedger.open(folder)) {
      write(ledger, "a");
      write(ledger, "b");
      String text = Files.readString(file, StandardCharsets.UTF_8);
      Files.writeString(file, text.substring(0, text.indexOf('\n') + 1), StandardCharsets.UTF_8);
      assertThatThrownBy(ledger::standing).isInstanceOf(GatewayException.class);
    }
  }

  @Test
  void anAlterationEndsAllWork() throws IOException {
    try (FileLedger ledger = FileLedger.open(folder)) {
      write(ledger, "alice");
      write(ledger, "bruno");
    }
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.writeString(file, text.replace("alice", "carla"), StandardCharsets.UTF_8);
    assertThatThrownBy(this::authors)
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("1");
    Files.writeString(file, text.substring(text.indexOf('\n') + 1), StandardCharsets.UTF_8);
    assertThatThrownBy(this::authors).isInstanceOf(GatewayException.class);
  }
}
