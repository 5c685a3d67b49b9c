package fr.bastide.detection.pack;

import fr.bastide.kernel.Text;

/// A file of the pack, or of samples, is not built as it should be.
final class Malformed extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Text reason;

  /// @param path where in the file, such as `fires[0].events[2]`; empty for the whole of it
  Malformed(String path, String fr, String en) {
    super(en, null, false, false);
    boolean whole = path.isEmpty();
    reason =
        new Text(
            (whole ? "" : path + "\u00a0: ") + fr + ".", (whole ? "" : path + ": ") + en + ".");
  }

  Text reason() {
    return reason;
  }
}
