package fr.bastide.loop;

import fr.bastide.kernel.BastideException;
import fr.bastide.kernel.Text;

/// A use case that did not happen: nothing was changed.
public abstract sealed class LoopException extends BastideException
    permits NotFound, Denied, Invalid, Conflict {

  private static final long serialVersionUID = 1L;

  LoopException(Text text) {
    super(text);
  }

  LoopException(Text text, Throwable cause) {
    super(text, cause);
  }
}
