package fr.bastide.document;

import java.util.List;
import java.util.Map;

/// A piece of a YAML document, with the line it starts on (from 1).
public sealed interface Yaml {

  /// The line it starts on, from 1.
  int line();

  /// A value. `plain` when written without quotes.
  record Scalar(String text, boolean plain, int line) implements Yaml {

    /// Whether nothing was written, only blanks, or `null`.
    public boolean empty() {
      return text.isBlank() || plain && (text.equals("null") || text.equals("~"));
    }
  }

  /// A list.
  record Sequence(List<Yaml> items, int line) implements Yaml {}

  /// Keys and values, in the order of the file.
  record Mapping(Map<String, Entry> entries, int line) implements Yaml {}

  /// What stands behind a key, with the line of the key.
  record Entry(int line, Yaml value) {

    /// The same on another line.
    public Entry at(int other) {
      return new Entry(other, value);
    }
  }
}
