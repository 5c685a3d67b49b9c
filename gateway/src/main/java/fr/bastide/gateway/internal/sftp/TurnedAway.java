package fr.bastide.gateway.internal.sftp;

import fr.bastide.kernel.Text;
import java.io.IOException;

/// A request that is refused with words for the person at the other end.
final class TurnedAway extends IOException {

  private static final long serialVersionUID = 1L;

  TurnedAway(Text why) {
    super(why.fr() + " / " + why.en());
  }
}
