package fr.bastide.loop.letter;

import fr.bastide.kernel.BastideException;
import fr.bastide.kernel.Text;

/// The mail server did not take a letter.
public final class CourierException extends BastideException {

  private static final long serialVersionUID = 1L;

  public CourierException(Text text, Throwable cause) {
    super(text, cause);
  }
}
