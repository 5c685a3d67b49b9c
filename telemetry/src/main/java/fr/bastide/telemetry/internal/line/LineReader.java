package fr.bastide.telemetry.internal.line;

import fr.bastide.kernel.Text;
import fr.bastide.telemetry.EventReader;
import fr.bastide.telemetry.EventSink;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.Taxonomy;
import fr.bastide.telemetry.Troubles;
import fr.bastide.telemetry.internal.Utf8Watch;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/// Reads a stream line by line through a decoder made anew for each reading.
final class LineReader implements EventReader {

  private static final Text CUT =
      new Text(
          "cette ligne dépasse 1\u00a0Mio\u00a0: seul son début a été lu.",
          "this line is longer than 1 MiB: only its beginning was read.");

  private final Taxonomy taxonomy;
  private final boolean frames;
  private final Supplier<LineDecoder> decoders;

  LineReader(Taxonomy taxonomy, boolean frames, Supplier<LineDecoder> decoders) {
    this.taxonomy = taxonomy;
    this.frames = frames;
    this.decoders = decoders;
  }

  @Override
  public void read(InputStream input, Source source, EventSink sink, Troubles troubles)
      throws IOException {
    Utf8Watch watch = new Utf8Watch(input);
    Lines lines = new Lines(watch, frames);
    LineDecoder decoder = decoders.get();
    Outlet out = new Outlet(taxonomy, source, sink, troubles);
    while (lines.next()) {
      out.at(lines.number());
      if (lines.cut()) {
        out.tell(CUT);
      }
      if (!blank(lines)) {
        decoder.line(lines.bytes(), lines.start(), lines.end(), out);
      }
    }
    decoder.end(out);
    out.finish();
    watch.tell(troubles);
  }

  private static boolean blank(Lines lines) {
    byte[] bytes = lines.bytes();
    for (int i = lines.start(); i < lines.end(); i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t') {
        return false;
      }
    }
    return true;
  }
}
