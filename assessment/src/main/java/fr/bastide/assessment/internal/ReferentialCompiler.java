package fr.bastide.assessment.internal;

import fr.bastide.assessment.file.Referentials.Reading;
import fr.bastide.kernel.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The step of the build that checks the built-in referential and writes its compact form beside
/// it.
final class ReferentialCompiler {

  private ReferentialCompiler() {}

  /// @param args the folder of the referential's YAML files
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Reading reading = ReferentialReader.read(folder);
    reading.findings().forEach(finding -> System.err.println(finding.format(Language.EN)));
    switch (reading) {
      case Reading.Usable usable ->
          Files.write(
              folder.resolve(BuiltinReferential.COMPACT),
              CompactWriter.write(usable.referential()));
      case Reading.Refused _ -> System.exit(1);
    }
  }
}
