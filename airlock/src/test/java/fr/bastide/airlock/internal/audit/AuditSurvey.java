package fr.bastide.airlock.internal.audit;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.ContentTypes;
import fr.bastide.airlock.Finding;
import fr.bastide.airlock.Policies;
import fr.bastide.airlock.Policy;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Runs the auditor over originals, as if a disarmer had copied them: `AuditSurvey FOLDER`.
///
/// One line a file: its type, what the auditor names, the file. A file of a folder of threats with
/// nothing named would have left.
final class AuditSurvey {

  private AuditSurvey() {}

  public static void main(String[] arguments) throws IOException {
    Policy policy = Policies.named("lenient");
    List<Path> files;
    try (Stream<Path> walk = Files.walk(Path.of(arguments[0]))) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    int clean = 0;
    long nanos = 0;
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      ContentType type = type(Content.of(String.valueOf(file.getFileName()), bytes));
      long start = System.nanoTime();
      List<Finding> remains = Auditor.remains(bytes, type, policy);
      nanos += System.nanoTime() - start;
      Set<Threat> threats = EnumSet.noneOf(Threat.class);
      remains.forEach(finding -> threats.add(finding.threat()));
      clean += remains.isEmpty() ? 1 : 0;
      System.out.println(
          type
              + " "
              + threats
              + " "
              + file
              + (remains.isEmpty() ? "" : " " + remains.getFirst().where()));
    }
    System.out.printf(
        "%d files, %d clean, %.1f ms each%n", files.size(), clean, nanos / 1e6 / files.size());
  }

  private static ContentType type(Content content) {
    try {
      return ContentTypes.find(content);
    } catch (RefusedException undecided) {
      return ContentType.UNKNOWN;
    }
  }
}
