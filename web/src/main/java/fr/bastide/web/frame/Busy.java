package fr.bastide.web.frame;

import fr.bastide.kernel.BastideException;
import fr.bastide.kernel.Text;
import java.time.Duration;

/// Too much is asked for at once; come back in a moment.
public final class Busy extends BastideException {

  private static final long serialVersionUID = 1L;

  private final Duration wait;

  /// Because so much is waiting already.
  ///
  /// @param wait after how long it is worth trying again
  public Busy(Duration wait) {
    super(
        new Text(
            "Beaucoup de personnes le demandent en ce moment. Rien n’est perdu\u00a0: réessayez dans"
                + " %d\u00a0secondes.".formatted(wait.toSeconds()),
            "Many people are asking for it right now. Nothing is lost: try again in %d seconds."
                .formatted(wait.toSeconds())));
    this.wait = wait;
  }

  /// After how long it is worth trying again.
  public Duration retryAfter() {
    return wait;
  }
}
