package fr.bastide.cli;

import fr.bastide.assessment.Referential;
import fr.bastide.assessment.file.AnswerFile;
import fr.bastide.assessment.file.AnswerFiles;
import fr.bastide.document.Finding;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads answer files named on the command line; `-` is the standard input.
final class AnswerSource {

  private AnswerSource() {}

  static AnswerFiles.Reading read(Path path, Referential referential) throws IOException {
    byte[] bytes;
    if (path.toString().equals("-")) {
      bytes = System.in.readNBytes(AnswerFiles.MAX_BYTES + 1);
    } else if (Files.isDirectory(path)) {
      return refused(path + " est un dossier.", path + " is a folder.");
    } else {
      try (InputStream in = Files.newInputStream(path)) {
        bytes = in.readNBytes(AnswerFiles.MAX_BYTES + 1);
      }
    }
    return AnswerFiles.read(bytes, referential);
  }

  /// The file, when it can be used; what is to be said about it goes to the error stream.
  static Optional<AnswerFile> usable(Console console, Path path, Referential referential)
      throws IOException {
    AnswerFiles.Reading reading = read(path, referential);
    FindingsPrinter.print(console, path.toString(), reading.findings());
    return switch (reading) {
      case AnswerFiles.Reading.Usable usable -> Optional.of(usable.file());
      case AnswerFiles.Reading.Refused refused -> Optional.empty();
    };
  }

  private static AnswerFiles.Reading refused(String fr, String en) {
    return new AnswerFiles.Reading.Refused(
        List.of(new Finding(Finding.Gravity.ERROR, "", 0, "", new Text(fr, en))));
  }
}
