package fr.bastide.store;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.loop.contract.Samples;
import fr.bastide.loop.journal.JournalEvent;
import fr.bastide.loop.memory.MemoryJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Whatever file is checked as a journal, it is either the one that was written or found out.
class JournalFileFuzz {

  private static final int MOST_FAULTS = 1_000;

  private Path directory = Path.of("");
  private Path file = Path.of("");
  private List<String> written = List.of();

  @BeforeEach
  void write() throws IOException {
    directory = Files.createTempDirectory("bastide-fuzz-");
    file = directory.resolve("journal.jsonl");
    // Always the same key, so that a saved input means the same each time.
    Files.writeString(directory.resolve("journal.key"), "key=" + "07".repeat(32) + "\n");
    var journal = new MemoryJournal(vault().chain());
    for (int i = 0; i < 3; i++) {
      journal.append(
          new JournalEvent(
              Samples.NOON.plusSeconds(i), Optional.empty(), "ANSWER", Optional.empty(), "é" + i));
    }
    JournalFile.write(file, journal, vault());
    written = Files.readAllLines(file);
  }

  @AfterEach
  void remove() throws IOException {
    try (var files = Files.list(directory)) {
      files.forEach(JournalFileFuzz::delete);
    }
    Files.delete(directory);
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JournalVault vault() {
    return JournalVault.withKey(directory.resolve("journal.key"));
  }

  @FuzzTest(maxDuration = "30s")
  void anyFileIsTheOneWrittenOrFoundOut(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    try {
      var verdict = JournalFile.check(file, vault());
      check(verdict.faults().size() < MOST_FAULTS, "no end of faults");
      var same = new String(bytes, StandardCharsets.UTF_8).lines().toList().equals(written);
      check(same == verdict.faults().isEmpty(), "altered, and nobody noticed");
    } catch (StoreException refused) {
      check(refused.text().fr().contains(file.toString()), "it does not say which file");
    }
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
