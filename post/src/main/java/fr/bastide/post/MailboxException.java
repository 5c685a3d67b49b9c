package fr.bastide.post;

import fr.bastide.kernel.BastideException;
import fr.bastide.kernel.Text;

/// The mailbox could not be read.
public final class MailboxException extends BastideException {

  private static final long serialVersionUID = 1L;

  MailboxException(Text text, Throwable cause) {
    super(text, cause);
  }
}
