package fr.bastide.loop;

import fr.bastide.kernel.Text;

/// Somebody else changed it in the meantime, or it exists already; nothing was overwritten.
public final class Conflict extends LoopException {

  private static final long serialVersionUID = 1L;

  public Conflict(Text text) {
    super(text);
  }
}
