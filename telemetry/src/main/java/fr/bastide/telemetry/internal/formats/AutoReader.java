package fr.bastide.telemetry.internal.formats;

import fr.bastide.telemetry.EventReader;
import fr.bastide.telemetry.EventSink;
import fr.bastide.telemetry.Formats;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.Taxonomy;
import fr.bastide.telemetry.Troubles;
import fr.bastide.telemetry.internal.PlainInput;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Reads whatever format the first bytes are in.
public final class AutoReader implements EventReader {

  private static final int HEAD = 16 << 10;

  private final Taxonomy taxonomy;
  private final Map<String, EventReader> readers = new HashMap<>();

  /// A reader whose events get their meaning from this taxonomy.
  public AutoReader(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  @Override
  public void read(InputStream input, Source source, EventSink sink, Troubles troubles)
      throws IOException {
    BufferedInputStream whole = new BufferedInputStream(input, HEAD);
    byte[] head = head(whole, Closed.HEAD);
    Optional<Closed> closed = Closed.of(head);
    if (closed.isPresent()) {
      troubles.tell(FormatTroubles.closed(closed.get()));
    } else if (head.length >= 2 && head[0] == 0x1F && head[1] == (byte) 0x8B) {
      try {
        plain(new GZIPInputStream(whole, HEAD), source, sink, troubles);
      } catch (EOFException | ZipException e) {
        troubles.tell(FormatTroubles.compressed());
      }
    } else {
      plain(whole, source, sink, troubles);
    }
  }

  private void plain(InputStream input, Source source, EventSink sink, Troubles troubles)
      throws IOException {
    BufferedInputStream text = new BufferedInputStream(PlainInput.utf8(input), HEAD);
    byte[] head = head(text, HEAD);
    String format = Detection.detect(head, head.length, fileName(source.name()));
    readers
        .computeIfAbsent(format, name -> Formats.reader(name, taxonomy).orElseThrow())
        .read(text, source, sink, troubles);
  }

  /// The first bytes, which stay to be read. At least one line: a live stream may pause after it.
  private static byte[] head(BufferedInputStream input, int most) throws IOException {
    input.mark(most);
    byte[] head = new byte[most];
    int length = 0;
    while (length < most) {
      int count = input.read(head, length, most - length);
      if (count < 0) {
        break;
      }
      length += count;
      if (input.available() <= 0 && hasLine(head, length)) {
        break;
      }
    }
    input.reset();
    return Arrays.copyOf(head, length);
  }

  private static boolean hasLine(byte[] head, int length) {
    for (int i = 0; i < length; i++) {
      if (head[i] == '\n') {
        return true;
      }
    }
    return false;
  }

  private static String fileName(String path) {
    String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
  }
}
