package fr.bastide.cli;

import fr.bastide.document.Finding;
import fr.bastide.kernel.Language;
import java.util.List;

/// Prints what is wrong in a file, one line each, as compilers do: `file:line: place: what`.
final class FindingsPrinter {

  private FindingsPrinter() {}

  static void print(Console console, String file, List<Finding> findings) {
    for (Finding finding : findings) {
      StringBuilder line = new StringBuilder(file);
      if (!finding.file().isEmpty()) {
        line.append('/').append(finding.file());
      }
      if (finding.line() > 0) {
        line.append(':').append(finding.line());
      }
      line.append(": ")
          .append(
              switch (finding.gravity()) {
                case ERROR -> console.language() == Language.FR ? "erreur" : "error";
                case WARNING -> console.language() == Language.FR ? "attention" : "warning";
              });
      if (!finding.place().isEmpty()) {
        line.append(": ").append(finding.place());
      }
      console.err().println(line.append(": ").append(finding.text().in(console.language())));
    }
  }
}
