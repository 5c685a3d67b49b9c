package fr.bastide.directory.file;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.directory.Directory;
import fr.bastide.directory.Small;
import fr.bastide.directory.Vocabulary;
import fr.bastide.directory.panel.Draw;
import fr.bastide.directory.panel.Explanation;
import fr.bastide.directory.panel.Ledger;
import fr.bastide.directory.sourcing.SourcingPolicy;
import java.nio.charset.StandardCharsets;

/// Hostile directories: whatever the bytes, findings or a directory; and a directory that was
/// accepted can be written, read back, exported, drawn from, and the draw replayed and told.
class DirectoryFilesFuzz {

  private static final Vocabulary WORDS = Vocabulary.builtin();

  @FuzzTest(maxDuration = "60s")
  void neverThrows(byte[] bytes) {
    switch (DirectoryFiles.read(bytes, WORDS)) {
      case Reading.Refused<Directory> refused -> {
        if (refused.findings().isEmpty()) {
          throw new AssertionError("refused without a reason");
        }
      }
      case Reading.Usable<Directory> usable -> works(usable.value());
    }
  }

  private static void works(Directory directory) {
    String written = DirectoryFiles.json(directory);
    if (!(DirectoryFiles.read(written.getBytes(StandardCharsets.UTF_8), WORDS)
            instanceof Reading.Usable<Directory> again)
        || !again.value().equals(directory)) {
      throw new AssertionError("not read back:\n" + written);
    }
    if (!(DirectoryCsv.read(DirectoryCsv.write(directory), directory, WORDS)
            instanceof Reading.Usable<DirectoryCsv.Import> table)
        || !table.value().merged().equals(directory)) {
      throw new AssertionError("not read back as a table:\n" + written);
    }
    Draw draw = Draw.of(Small.need(), directory, SourcingPolicy.builtin(), 1, Ledger.EMPTY);
    byte[] record = DrawFiles.json(draw).getBytes(StandardCharsets.UTF_8);
    if (!(DrawFiles.replay(record) instanceof Reading.Usable<Draw>)) {
      throw new AssertionError("not replayed:\n" + written);
    }
    Explanation explanation = new Explanation(draw, WORDS);
    draw.candidates().forEach(c -> c.checks().forEach(explanation::text));
  }
}
