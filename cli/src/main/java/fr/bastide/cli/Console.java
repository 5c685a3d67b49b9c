package fr.bastide.cli;

import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import java.io.PrintWriter;

/// Where a command speaks, and in which language.
record Console(PrintWriter out, PrintWriter err, Language language) {

  /// Where help is printed.
  PrintWriter help() {
    return WholeWords.restored(out);
  }

  /// Prints a line in the reader's language.
  void say(String fr, String en) {
    out.println(language == Language.FR ? fr : en);
  }

  /// Prints a text in the reader's language.
  void say(Text text) {
    out.println(text.in(language));
  }

  /// Prints an error.
  void error(Text text) {
    err.println("bastide: " + text.in(language));
  }
}
