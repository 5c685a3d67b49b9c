package fr.bastide.post.crossing;

import fr.bastide.kernel.BastideException;
import fr.bastide.kernel.Text;

/// The crossing of mail cannot start: settings that are wrong, a key that cannot be read, an
/// address that is taken.
public final class CrossingException extends BastideException {

  private static final long serialVersionUID = 1L;

  public CrossingException(Text text) {
    super(text);
  }

  public CrossingException(Text text, Throwable cause) {
    super(text, cause);
  }
}
