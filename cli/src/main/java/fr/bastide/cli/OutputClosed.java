package fr.bastide.cli;

import fr.bastide.kernel.BastideException;
import fr.bastide.kernel.Text;
import java.io.PrintWriter;

/// Nobody reads what is printed any more.
final class OutputClosed extends BastideException {

  private static final long serialVersionUID = 1L;

  OutputClosed() {
    super(
        new Text(
            "La sortie s’est fermée\u00a0: la lecture s’arrête, la suite n’a pas été cherchée.",
            "The output was closed: reading stops here, the rest was not looked at."));
  }

  /// Stops the work when what was printed went nowhere.
  static void check(PrintWriter out) {
    if (out.checkError()) {
      throw new OutputClosed();
    }
  }
}
