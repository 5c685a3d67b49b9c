package fr.bastide.gateway;

import fr.bastide.kernel.BastideException;
import fr.bastide.kernel.Text;

/// Something a side of the airlock cannot work with: a flows file, a journal that was altered, a
/// door that cannot open.
public class GatewayException extends BastideException {

  private static final long serialVersionUID = 1L;

  public GatewayException(Text text) {
    super(text);
  }

  public GatewayException(Text text, Throwable cause) {
    super(text, cause);
  }
}
