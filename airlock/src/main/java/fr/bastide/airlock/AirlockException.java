package fr.bastide.airlock;

import fr.bastide.kernel.BastideException;
import fr.bastide.kernel.Text;

/// Something the airlock itself cannot work with: a policy that is not there, a worker that cannot
/// start. What is wrong with an item at the door is no exception but a [Outcome.Refused].
public class AirlockException extends BastideException {

  private static final long serialVersionUID = 1L;

  public AirlockException(Text text) {
    super(text);
  }

  public AirlockException(Text text, Throwable cause) {
    super(text, cause);
  }
}
