package fr.bastide.detection.imports;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.detection.DetectionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Archives of any content: imported or refused, within bounds, and nothing else.
class RuleImportFuzz {

  @FuzzTest(maxDuration = "30s")
  void archive(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("import", ".zip");
    try {
      Files.write(file, bytes);
      RuleImport rules = RuleImport.read(file);
      if (rules.sha256().length() != 64 || rules.library().files() == 0) {
        throw new AssertionError(rules.sha256());
      }
    } catch (DetectionException _) {
      // Refused: that is an answer.
    } finally {
      Files.delete(file);
    }
  }
}
