package fr.bastide.print;

import fr.bastide.kernel.BastideException;
import fr.bastide.kernel.Text;

/// A document that could not be made, with what to do about it.
public final class PrintException extends BastideException {

  private static final long serialVersionUID = 1L;

  public PrintException(Text text, Throwable cause) {
    super(text, cause);
  }
}
