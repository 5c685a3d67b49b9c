package fr.bastide.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.bastide.loop.contract.Samples;
import fr.bastide.loop.journal.JournalEvent;
import fr.bastide.loop.journal.JournalHead;
import fr.bastide.loop.memory.MemoryJournal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A journal that was taken out and is checked elsewhere.
class JournalFileTest {

  private static final int ENTRIES = 20;

  @TempDir Path directory;

  private Path file = Path.of("");
  private List<String> lines = List.of();

  private JournalVault vault() {
    return JournalVault.open(directory);
  }

  @BeforeEach
  void write() throws IOException {
    var journal = new MemoryJournal(vault().chain());
    for (int i = 0; i < ENTRIES; i++) {
      journal.append(
          new JournalEvent(
              Samples.NOON.plusSeconds(i), Optional.empty(), "ANSWER", Optional.empty(), "é" + i));
    }
    file = directory.resolve("journal.jsonl");
    assertThat(JournalFile.write(file, journal, vault())).isEqualTo(ENTRIES);
    lines = Files.readAllLines(file);
  }

  @Test
  void aWholeFileIsInOrder() {
    var verdict = JournalFile.check(file, vault());
    assertThat(verdict.faults()).isEmpty();
    assertThat(verdict.entries()).isEqualTo(ENTRIES);
  }

  @Test
  void anyMissingOrMovedLineIsFound() throws IOException {
    for (int i = 0; i < lines.size(); i++) {
      var without = new ArrayList<>(lines);
      without.remove(i);
      found(without);
      if (i > 0) {
        var moved = new ArrayList<>(lines);
        moved.add(0, moved.remove(i));
        if (i < ENTRIES) {
          found(moved);
        }
      }
    }
    found(lines.subList(0, 0));
    // Cut off, with the anchor of the whole put at the end again.
    var cut = new ArrayList<>(lines.subList(0, 10));
    cut.add(lines.getLast());
    found(cut);
  }

  @Test
  void noAlteredByteStaysUnnoticed() throws IOException {
    var seed = Long.getLong("bastide.seed", 20_261_124L);
    var random = new Random(seed);
    var good = Files.readAllBytes(file);
    for (int i = 0; i < 500; i++) {
      var bytes = good.clone();
      var at = random.nextInt(bytes.length);
      bytes[at] ^= (byte) (1 << random.nextInt(7));
      Files.write(file, bytes);
      // A date with a small t means the same.
      if (!noticed()) {
        assertThat(new String(bytes, StandardCharsets.UTF_8))
            .as("byte %d, seed %d", at, seed)
            .isEqualToIgnoringCase(new String(good, StandardCharsets.UTF_8));
      }
    }
  }

  private boolean noticed() {
    try {
      return !JournalFile.check(file, vault()).faults().isEmpty();
    } catch (StoreException e) {
      return e.text().fr().contains(file.toString());
    }
  }

  private void found(List<String> altered) throws IOException {
    Files.write(file, altered, StandardCharsets.UTF_8);
    assertThat(JournalFile.check(file, vault()).faults()).isNotEmpty();
  }

  @Test
  void whatIsNoJournalIsNamedWithItsLine() throws IOException {
    for (var line :
        List.of("x", "{", "[".repeat(100), "{\"at\":1}", "\"" + "y".repeat(20_000) + "\"")) {
      Files.writeString(file, lines.getFirst() + "\n" + line + "\n");
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> JournalFile.check(file, vault()))
          .satisfies(e -> assertThat(e.text().fr()).contains("ligne 2"));
    }
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> JournalFile.check(directory.resolve("missing"), vault()));
  }

  @Test
  void anchorsOnlyMoveForwardAndCannotBeForged() throws IOException {
    var vault = vault();
    var ten = new JournalHead(10, "a".repeat(64));
    vault.keep(ten);
    vault.keep(new JournalHead(5, "b".repeat(64)));
    assertThat(vault().anchor()).contains(ten);
    vault.restart(new JournalHead(5, "b".repeat(64)));
    assertThat(vault().anchor()).contains(new JournalHead(5, "b".repeat(64)));
    var anchor = directory.resolve("journal.anchor");
    Files.writeString(anchor, Files.readString(anchor).replace("sequence=5", "sequence=4"));
    assertThatExceptionOfType(StoreException.class).isThrownBy(() -> vault().anchor());
  }

  @Test
  void aDamagedKeyIsNamed() throws IOException {
    Files.writeString(directory.resolve("journal.key"), "key=00");
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(this::vault)
        .satisfies(e -> assertThat(e.text().fr()).contains("journal.key"));
  }
}
