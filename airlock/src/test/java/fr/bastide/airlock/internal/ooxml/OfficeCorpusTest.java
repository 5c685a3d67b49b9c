package fr.bastide.airlock.internal.ooxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Office documents of the shared corpus: what leaves is whole, and few are refused.
class OfficeCorpusTest {

  private static final Path CORPUS = Path.of("../../shared/corpora/airlock");
  private static final Set<String> ENDINGS =
      Set.of(
          "docx", "docm", "dotx", "xlsx", "xlsm", "xltx", "xltm", "pptx", "pptm", "potx", "potm",
          "ppsx", "ppsm", "odt", "ods", "odp");

  /// Not the fault of the disarmer: a policy, or a file that no program opens without a password.
  private static final Set<Reason> OTHER = Set.of(Reason.SIGNED, Reason.ENCRYPTED);

  private static List<Path> files(String folder) throws IOException {
    Path root = CORPUS.resolve(folder);
    assumeTrue(Files.isDirectory(root), "the shared corpus is not here: " + root);
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(Files::isRegularFile).filter(OfficeCorpusTest::isOffice).sorted().toList();
    }
  }

  private static boolean isOffice(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static List<String> refused(String folder) throws IOException {
    List<String> refused = new ArrayList<>();
    for (Path file : files(folder)) {
      String name = file.getFileName().toString();
      switch (Passing.outcome(name, Files.readAllBytes(file), "standard")) {
        case Outcome.Rebuilt rebuilt -> {
          if (!rebuilt.type().extension().startsWith("od")) {
            assertThat(PackageCheck.faults(rebuilt.content().bytes())).as(name).isEmpty();
          }
        }
        case Outcome.Refused no -> {
          if (!OTHER.contains(no.reason())) {
            refused.add(name + " " + no);
          }
        }
      }
    }
    return refused;
  }

  @Test
  void harmlessDocumentsLeaveWhole() throws IOException {
    int all = files("benign").size() + files("benign-fr").size();
    List<String> refused = new ArrayList<>(refused("benign"));
    refused.addAll(refused("benign-fr"));
    assertThat(refused).hasSizeLessThanOrEqualTo(all * 3 / 100);
  }

  @Test
  void dangerousDocumentsLeaveWholeOrNotAtAll() throws IOException {
    assertThat(refused("threat")).hasSizeLessThan(files("threat").size());
  }
}
