package fr.bastide.loop.territory;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/// Reads the tables that ship beside this class: tab-separated, `#` lines first, then the columns.
final class Tsv {

  private Tsv() {}

  /// Gives every line of a table, cut into its cells, to `each`.
  ///
  /// @param columns how many cells a line has
  /// @return what the `# key: value` lines at its head say, by key
  /// @throws UncheckedIOException when the file is missing or damaged: the installation is broken
  static Map<String, String> read(String file, int columns, Consumer<String[]> each) {
    try (BufferedReader lines = open(file)) {
      Map<String, String> head = new HashMap<>();
      boolean inTable = false;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (inTable) {
          each.accept(cut(line, columns, file));
        } else {
          inTable = !line.startsWith("# ");
          int colon = line.indexOf(": ");
          if (!inTable && colon > 0) {
            head.put(line.substring(2, colon), line.substring(colon + 2));
          }
        }
      }
      return head;
    } catch (IOException damaged) {
      throw new UncheckedIOException(file + " of the installation cannot be read", damaged);
    }
  }

  private static BufferedReader open(String file) throws IOException {
    InputStream bytes = Tsv.class.getResourceAsStream(file);
    if (bytes == null) {
      throw new FileNotFoundException(file);
    }
    InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16);
  }

  private static String[] cut(String line, int columns, String file) throws IOException {
    String[] cells = new String[columns];
    int from = 0;
    for (int i = 0; i < columns; i++) {
      int to = i == columns - 1 ? line.length() : line.indexOf('\t', from);
      if (to < 0) {
        throw new IOException(file + " has a line of less than " + columns + " cells: " + line);
      }
      cells[i] = line.substring(from, to);
      from = to + 1;
    }
    return cells;
  }
}
