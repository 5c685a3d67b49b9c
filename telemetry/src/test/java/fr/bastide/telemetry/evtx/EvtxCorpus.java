package fr.bastide.telemetry.evtx;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The recordings of third parties that stand beside the project, when they do.
final class EvtxCorpus {

  private static final Path DETECT = Path.of("../../shared/corpora/detect");

  private EvtxCorpus() {}

  /// The recordings with JSON beside them; the test is skipped aloud when they are not there.
  static List<Path> regression() throws IOException {
    return files(DETECT.resolve("sigma-regression"));
  }

  /// The attack recordings; the test is skipped aloud when they are not there.
  static List<Path> attacks() throws IOException {
    return files(DETECT.resolve("evtx/EVTX-ATTACK-SAMPLES"));
  }

  private static List<Path> files(Path folder) throws IOException {
    assumeTrue(Files.isDirectory(folder), () -> "skipped: no corpus at " + folder);
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".evtx")).sorted().toList();
    }
  }
}
