package fr.bastide.cli;

import fr.bastide.assessment.AssessmentException;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.file.Referentials;
import fr.bastide.kernel.Text;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The referential to work with: the one that comes with Bastide, or one's own folder.
final class ReferentialOption {

  @Option(names = "--referential", paramLabel = "DIR")
  private @Nullable Path folder;

  Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }

  Referential get(Console console) {
    if (folder == null) {
      return Referential.builtin();
    }
    return switch (Referentials.read(folder)) {
      case Referentials.Reading.Usable usable -> usable.referential();
      case Referentials.Reading.Refused refused -> {
        FindingsPrinter.print(console, folder.toString(), refused.findings());
        throw new AssessmentException(
            new Text("Ce référentiel est inutilisable.", "This referential cannot be used."));
      }
    };
  }
}
