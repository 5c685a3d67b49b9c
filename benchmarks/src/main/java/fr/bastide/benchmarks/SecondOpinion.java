package fr.bastide.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the corpus' own `audit.py`, which is none of ours, finds in what left; said aloud when it
/// cannot run.
final class SecondOpinion {

  private static final String PYTHON = "/usr/bin/python3";
  private static final String AUDIT = "audit.py";

  /// What it reports that is no danger: links that policy lets through, and being an archive.
  private static final Set<String> INERT = Set.of("link", "archive");

  private SecondOpinion() {}

  static void print(Path corpus, Path outputs) throws IOException, InterruptedException {
    Path audit = corpus.resolve(AUDIT);
    if (!Files.exists(audit) || run(List.of(PYTHON, "-c", "import pikepdf, olefile")) != 0) {
      System.out.println(
          "audit.py: SKIPPED (needs it in the corpus, and Debian's python3-pikepdf and"
              + " python3-olefile)");
      return;
    }
    Path list = Files.createTempFile("bastide-audit", ".list");
    Path found = Files.createTempFile("bastide-audit", ".jsonl");
    try {
      List<String> files;
      try (Stream<Path> walk = Files.walk(outputs)) {
        files = walk.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
      }
      Files.write(list, files);
      run(List.of(PYTHON, audit.toString(), "-l", list.toString(), found.toString()));
      tell(files.size(), Files.readAllLines(found), outputs);
    } finally {
      Files.deleteIfExists(list);
      Files.deleteIfExists(found);
    }
  }

  private static void tell(int total, List<String> lines, Path outputs) {
    JsonMapper json = new JsonMapper();
    Map<String, Integer> features = new TreeMap<>();
    int unread = 0;
    for (String line : lines) {
      JsonNode one = json.readTree(line);
      boolean failed = !one.get("err").isEmpty();
      for (JsonNode feature : one.get("feat")) {
        if (!INERT.contains(feature.stringValue())) {
          features.merge(feature.stringValue(), 1, Integer::sum);
          System.out.println(
              "audit.py: "
                  + feature.stringValue()
                  + " in "
                  + outputs.relativize(Path.of(one.get("path").stringValue())));
        }
      }
      unread += failed && one.get("feat").isEmpty() ? 1 : 0;
    }
    System.out.printf(
        "audit.py: %d of %d files looked at, active features left: %s; %d with an error of its"
            + " own%n",
        lines.size(), total, features.isEmpty() ? "none" : features, unread);
  }

  private static int run(List<String> command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
