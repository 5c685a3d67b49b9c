package fr.bastide.assessment;

import fr.bastide.kernel.BastideException;
import fr.bastide.kernel.Text;

/// Something the engine cannot work with: a malformed file, an impossible request.
public class AssessmentException extends BastideException {

  private static final long serialVersionUID = 1L;

  public AssessmentException(Text text) {
    super(text);
  }

  public AssessmentException(Text text, Throwable cause) {
    super(text, cause);
  }
}
