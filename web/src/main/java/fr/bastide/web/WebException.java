package fr.bastide.web;

import fr.bastide.kernel.BastideException;
import fr.bastide.kernel.Text;

/// The web door cannot do what it was asked; the message says what to change.
public final class WebException extends BastideException {

  private static final long serialVersionUID = 1L;

  /// A failure without a deeper cause.
  public WebException(Text text) {
    super(text);
  }

  /// A failure that another one caused.
  public WebException(Text text, Throwable cause) {
    super(text, cause);
  }
}
