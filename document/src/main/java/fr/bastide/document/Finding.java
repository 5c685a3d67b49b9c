package fr.bastide.document;

import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;

/// Something wrong or doubtful in a file, at a place.
///
/// @param gravity whether the file can be used all the same
/// @param file the file concerned, relative to the folder read; empty when only one file was read
/// @param line line in the file, from 1; 0 when it concerns the whole file
/// @param place the key concerned, such as `answers.backups.offline`; empty for the whole file
/// @param text what is wrong and what to do
public record Finding(Gravity gravity, String file, int line, String place, Text text) {

  /// Whether a file can be used all the same.
  public enum Gravity {
    /// The file cannot be used.
    ERROR,
    /// It can, but look at it.
    WARNING
  }

  /// The finding on one line, such as `questions/people.yaml:12: people.training.weight: …`.
  public String format(Language language) {
    StringBuilder line = new StringBuilder();
    if (!file.isEmpty()) {
      line.append(file).append(this.line > 0 ? ":" : ": ");
    }
    if (this.line > 0) {
      line.append(this.line).append(": ");
    }
    if (!place.isEmpty()) {
      line.append(place).append(": ");
    }
    return line.append(text.in(language)).toString();
  }
}
