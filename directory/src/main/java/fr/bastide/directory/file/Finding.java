package fr.bastide.directory.file;

import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;

/// Something wrong or doubtful in a file, at a place.
///
/// @param gravity whether the file can be used all the same
/// @param line line in the file, from 1; 0 when it concerns the whole file
/// @param place the key concerned, such as `providers.seclab.siren`; empty for the whole file
/// @param text what is wrong and what to do
public record Finding(Gravity gravity, int line, String place, Text text) {

  /// Whether a file can be used all the same.
  public enum Gravity {
    /// The file cannot be used.
    ERROR,
    /// It can, but look at it.
    WARNING
  }

  /// The finding on one line, such as `12: providers.seclab.siren: …`.
  public String format(Language language) {
    StringBuilder line = new StringBuilder();
    if (this.line > 0) {
      line.append(this.line).append(": ");
    }
    if (!place.isEmpty()) {
      line.append(place).append(": ");
    }
    return line.append(text.in(language)).toString();
  }
}
