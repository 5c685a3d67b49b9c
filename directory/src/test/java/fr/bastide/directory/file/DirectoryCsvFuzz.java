package fr.bastide.directory.file;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.directory.Directory;
import fr.bastide.directory.Small;
import fr.bastide.directory.Vocabulary;
import fr.bastide.directory.sample.SampleDirectory;

/// Hostile tables: whatever the bytes, findings or an import whose outcome is written and read back
/// unchanged.
class DirectoryCsvFuzz {

  private static final Vocabulary WORDS = Vocabulary.builtin();
  private static final Directory CURRENT = SampleDirectory.territory(1, 10, Small.DAY);

  @FuzzTest(maxDuration = "60s")
  void neverThrows(byte[] bytes) {
    switch (DirectoryCsv.read(bytes, CURRENT, WORDS)) {
      case Reading.Refused<DirectoryCsv.Import> refused -> {
        if (refused.findings().isEmpty()) {
          throw new AssertionError("refused without a reason");
        }
      }
      case Reading.Usable<DirectoryCsv.Import> usable -> {
        Directory merged = usable.value().merged();
        if (!(DirectoryCsv.read(DirectoryCsv.write(merged), merged, WORDS)
                instanceof Reading.Usable<DirectoryCsv.Import> again)
            || !again.value().merged().equals(merged)) {
          throw new AssertionError("not read back");
        }
      }
    }
  }
}
