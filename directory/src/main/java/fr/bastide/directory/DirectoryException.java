package fr.bastide.directory;

import fr.bastide.kernel.BastideException;
import fr.bastide.kernel.Text;

/// Something the directory cannot work with: an impossible need, two entries with one number.
public class DirectoryException extends BastideException {

  private static final long serialVersionUID = 1L;

  public DirectoryException(Text text) {
    super(text);
  }

  public DirectoryException(Text text, Throwable cause) {
    super(text, cause);
  }
}
