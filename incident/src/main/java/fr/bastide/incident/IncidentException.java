package fr.bastide.incident;

import fr.bastide.kernel.BastideException;
import fr.bastide.kernel.Text;

/// Something the engine cannot work with: knowledge that contradicts itself, too many contradictory
/// facts.
public class IncidentException extends BastideException {

  private static final long serialVersionUID = 1L;

  public IncidentException(Text text) {
    super(text);
  }
}
