package fr.bastide.detection;

import fr.bastide.kernel.BastideException;
import fr.bastide.kernel.Text;

/// Something the engine cannot work with: a folder that is not there, a state of another version.
public class DetectionException extends BastideException {

  private static final long serialVersionUID = 1L;

  public DetectionException(Text text) {
    super(text);
  }

  public DetectionException(Text text, Throwable cause) {
    super(text, cause);
  }
}
