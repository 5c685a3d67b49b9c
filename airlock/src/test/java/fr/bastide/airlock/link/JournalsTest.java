package fr.bastide.airlock.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.airlock.AirlockException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Both journals, cut off at any byte, keep what was whole and go on from there.
class JournalsTest {

  private static final byte[] KEY = new byte[32];
  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

  @TempDir Path folder;

  @Test
  void theLowJournalSurvivesACutAnywhere() throws IOException {
    long[] ends = new long[4];
    try (LowJournal journal = new LowJournal(folder.resolve("j"), KEY)) {
      for (int n = 1; n <= 3; n++) {
        journal.append(item(n), LowJournal.ITEM, n * 10L);
        journal.force();
        ends[n] = Files.size(journal.segments().getFirst());
      }
    }
    Path segment = folder.resolve("j").resolve(LowSegment.name(1));
    byte[] whole = Files.readAllBytes(segment);
    for (int length = 0; length <= whole.length; length++) {
      Files.write(segment, Arrays.copyOf(whole, length));
      int expected = 0;
      while (expected < 3 && ends[expected + 1] <= length) {
        expected++;
      }
      try (LowJournal journal = new LowJournal(folder.resolve("j"), KEY)) {
        assertThat(journal.highest()).as("cut at %d", length).isEqualTo(expected);
        assertThat(journal.lastTicket()).isEqualTo(expected * 10L);
        for (int n = 1; n <= expected; n++) {
          assertThat(journal.read(n)).contains(item(n));
        }
        assertThat(journal.read(expected + 1)).isEmpty();
        journal.append(item(expected + 1), LowJournal.ITEM, 0);
        assertThat(journal.read(expected + 1)).contains(item(expected + 1));
      }
    }
  }

  @Test
  void theLowJournalKeepsItsCounterWhenItForgets() throws IOException {
    Path where = folder.resolve("j");
    try (LowJournal journal = new LowJournal(where, KEY)) {
      for (int n = 1; n <= 5; n++) {
        journal.append(large(n), LowJournal.ITEM, n);
      }
      assertThat(journal.segments()).hasSizeGreaterThan(1);
      journal.retain(Duration.ofDays(1), 1, 2, Instant.now().plus(Duration.ofDays(30)));
      assertThat(journal.lowest()).isLessThanOrEqualTo(3);
      journal.retain(Duration.ofDays(1), 1, 5, Instant.now().plus(Duration.ofDays(30)));
      assertThat(journal.segments()).hasSize(1);
    }
    try (LowJournal journal = new LowJournal(where, KEY)) {
      assertThat(journal.highest()).isEqualTo(5);
    }
  }

  @Test
  void anotherStorageKeyIsToldInWords() throws IOException {
    try (LowJournal journal = new LowJournal(folder.resolve("j"), KEY)) {
      journal.append(item(1), LowJournal.ITEM, 0);
    }
    byte[] other = new byte[32];
    other[0] = 1;
    try (LowJournal journal = new LowJournal(folder.resolve("j"), other)) {
      assertThatThrownBy(() -> journal.read(1)).isInstanceOf(AirlockException.class);
    }
  }

  @Test
  void theHighJournalSurvivesACutAnywhere() throws IOException {
    Path file = folder.resolve("accepted");
    byte[] session = new byte[Datagrams.SESSION];
    session[3] = 7;
    try (HighJournal journal = new HighJournal(file)) {
      journal.session(session);
      for (int n = 1; n <= 3; n++) {
        journal.accept(Manifest.Line.of(item(n)));
      }
      journal.force();
    }
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length <= whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      Files.write(file, cut);
      long lines = java.util.stream.IntStream.range(0, length).filter(i -> cut[i] == '\n').count();
      try (HighJournal journal = new HighJournal(file)) {
        assertThat(journal.numbers().greatest()).isEqualTo(Math.max(0, lines - 1));
        assertThat(journal.session()[3]).isEqualTo((byte) (lines > 0 ? 7 : 0));
        journal.accept(Manifest.Line.of(item(9)));
        journal.force();
      }
      try (HighJournal journal = new HighJournal(file)) {
        assertThat(journal.holds(9)).isTrue();
        assertThat(journal.find(9)).contains(Manifest.Line.of(item(9)));
      }
    }
  }

  @Test
  void aManifestComesBackAsItWas() {
    Manifest manifest =
        new Manifest(java.util.List.of(Manifest.Line.of(item(1)), Manifest.Line.of(item(2))));
    assertThat(Manifest.read(manifest.write())).contains(manifest);
    assertThat(Manifest.read(new byte[] {'{'})).isEmpty();
    assertThat(
            Manifest.read(
                "[[[[".repeat(9_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
        .isEmpty();
  }

  @Test
  void namesAreSafeInAnyFolder() {
    assertThat(PublishedNames.file("../../etc/passwd")).isEqualTo("_.._etc_passwd");
    assertThat(PublishedNames.file("...")).isEqualTo("fichier");
    assertThat(PublishedNames.file("a\u202egnp.exe\u0000~")).isEqualTo("agnp.exe_");
    assertThat(
            PublishedNames.file("é".repeat(400) + ".pdf")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .hasSizeLessThanOrEqualTo(160);
    assertThat(PublishedNames.file("x".repeat(400) + ".pdf")).endsWith("x.pdf");
    assertThat(PublishedNames.flow("../Reçu entrée")).isEqualTo("recuentree");
    assertThat(PublishedNames.flow("..")).isEqualTo("files");
  }

  private static Item item(long number) {
    byte[] content = new byte[20];
    new Random(number).nextBytes(content);
    return new Item(
        number, NOW, "files", "n" + number, "text/plain", new byte[] {'{', '}'}, content);
  }

  private static Item large(long number) {
    return new Item(number, NOW, "files", "n", "text/plain", new byte[0], new byte[40 << 20]);
  }
}
