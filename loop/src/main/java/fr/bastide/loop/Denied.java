package fr.bastide.loop;

import fr.bastide.kernel.Text;

/// The caller sees the body but may not do this to it.
public final class Denied extends LoopException {

  private static final long serialVersionUID = 1L;

  public Denied(Text text) {
    super(text);
  }
}
