package fr.bastide.cli;

import fr.bastide.kernel.BastideException;
import fr.bastide.kernel.Text;

/// A command line that asks for something impossible.
final class UsageError extends BastideException {

  private static final long serialVersionUID = 1L;

  UsageError(String fr, String en) {
    super(new Text(fr, en));
  }
}
