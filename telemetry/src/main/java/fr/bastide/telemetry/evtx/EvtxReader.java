package fr.bastide.telemetry.evtx;

import fr.bastide.telemetry.EventReader;
import fr.bastide.telemetry.EventSink;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.Taxonomy;
import fr.bastide.telemetry.Troubles;
import fr.bastide.telemetry.internal.evtx.EventReading;
import java.io.IOException;
import java.io.InputStream;

/// Reads the event logs of Windows as they stand on its disk: EVTX files, whole, cut, damaged, or
/// copied while Windows was writing. Not safe for threads.
///
/// Fields have the names that Sigma rules use: `EventID`, `Channel`, `Provider_Name`,
/// `Execution_ProcessID`, and those of the event's data. A list repeats its field. The input is
/// read in pieces of 64 KB, and a damaged piece loses only itself.
///
/// @see <a
///   href="https://github.com/libyal/libevtx/blob/main/documentation/Windows%20XML%20Event%20Log%20(EVTX).asciidoc">The
///   format's documentation by libyal</a>
/// @see <a
///   href="https://learn.microsoft.com/openspecs/windows_protocols/ms-even6/c73573ae-1c90-43a2-a65f-ad7501155956">MS-EVEN6,
///   BinXml</a>
public final class EvtxReader implements EventReader {

  private final Taxonomy taxonomy;
  private final boolean slack;

  /// Reads the records that Windows itself would show.
  public EvtxReader(Taxonomy taxonomy) {
    this(taxonomy, false);
  }

  private EvtxReader(Taxonomy taxonomy, boolean slack) {
    this.taxonomy = taxonomy;
    this.slack = slack;
  }

  /// A reader that also reads the records which older uses of the file left behind the present
  /// ones, as far as they still can be: for investigations. They come after the others of their
  /// chunk and look like them.
  public EvtxReader withSlack() {
    return new EvtxReader(taxonomy, true);
  }

  @Override
  public void read(InputStream input, Source source, EventSink sink, Troubles troubles)
      throws IOException {
    new EventReading(taxonomy, source, sink).read(input, troubles, slack);
  }
}
