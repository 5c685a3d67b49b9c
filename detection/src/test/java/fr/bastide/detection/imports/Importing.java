package fr.bastide.detection.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// A process that imports two releases in turn until it is killed; writes a dot after each.
final class Importing {

  private Importing() {}

  static Process start(Path data, Path first, Path second) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Importing.class.getName(),
            data.toString(),
            first.toString(),
            second.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  public static void main(String[] arguments) {
    ImportedRules imported = new ImportedRules(Path.of(arguments[0]));
    List<RuleImport> releases =
        List.of(RuleImport.read(Path.of(arguments[1])), RuleImport.read(Path.of(arguments[2])));
    for (int i = 0; ; i++) {
      imported.install(releases.get(i % 2), Instant.EPOCH);
      System.out.print('.');
      System.out.flush();
    }
  }
}
