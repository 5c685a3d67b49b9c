package fr.bastide.store;

import fr.bastide.kernel.BastideException;
import fr.bastide.kernel.Text;

/// The database cannot do what was asked: it says what happened, where, and what to do.
public class StoreException extends BastideException {

  private static final long serialVersionUID = 1L;

  public StoreException(Text text) {
    super(text);
  }

  public StoreException(Text text, Throwable cause) {
    super(text, cause);
  }

  /// An error with its French and its English wording.
  public static StoreException of(String fr, String en) {
    return new StoreException(new Text(fr, en));
  }

  /// An error with its French and its English wording, and what caused it.
  public static StoreException of(String fr, String en, Throwable cause) {
    return new StoreException(new Text(fr, en), cause);
  }
}
