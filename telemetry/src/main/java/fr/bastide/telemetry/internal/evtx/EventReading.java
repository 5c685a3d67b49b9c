package fr.bastide.telemetry.internal.evtx;

import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.EventSink;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.Taxonomy;
import fr.bastide.telemetry.Troubles;
import java.io.IOException;
import java.io.InputStream;

/// One reading of one file into events.
public final class EventReading {

  private static final String SHAPE = "evtx";

  private final Taxonomy taxonomy;
  private final Source source;
  private final EventSink sink;
  private final EventDraft draft;
  private final FlatDecoder decoder;

  /// Gives the events of this source to the sink.
  public EventReading(Taxonomy taxonomy, Source source, EventSink sink) {
    this.taxonomy = taxonomy;
    this.source = source;
    this.sink = sink;
    this.draft = new EventDraft(taxonomy.names(), taxonomy.origins());
    this.decoder = new FlatDecoder(draft, taxonomy.names());
  }

  /// Reads everything there is.
  ///
  /// @param slack whether to look for old records too
  public void read(InputStream input, Troubles troubles, boolean slack) throws IOException {
    EvtxTroubles told = new EvtxTroubles(troubles);
    new EvtxFile(new ChunkRecords(new Records(), told, slack), told).read(input);
  }

  private final class Records implements RecordSink {

    @Override
    public void chunk(Chunk chunk) {
      decoder.begin(chunk);
    }

    @Override
    public void record(int from, int to) throws Damaged {
      decoder.fill(from, to, source);
      taxonomy.apply(draft, SHAPE);
      sink.accept(draft.event());
    }
  }
}
