package fr.bastide.store;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/// The lines of a file, none of which is read further than it may be long.
final class JournalLines {

  private final Reader in;
  private final int longest;

  /// @param in buffered
  JournalLines(Reader in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /// A line is longer than any that the journal writes.
  static final class TooLong extends IOException {

    private static final long serialVersionUID = 1L;

    TooLong() {
      super("line too long");
    }
  }

  /// The next line, without what ends it; none at the end.
  Optional<String> next() throws IOException {
    StringBuilder line = new StringBuilder();
    int c = in.read();
    if (c < 0) {
      return Optional.empty();
    }
    while (c >= 0 && c != '\n') {
      if (line.length() == longest) {
        throw new TooLong();
      }
      line.append((char) c);
      c = in.read();
    }
    int end = line.length() - 1;
    if (end >= 0 && line.charAt(end) == '\r') {
      line.setLength(end);
    }
    return Optional.of(line.toString());
  }
}
