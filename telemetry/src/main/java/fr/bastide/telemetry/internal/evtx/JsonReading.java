package fr.bastide.telemetry.internal.evtx;

import fr.bastide.telemetry.Troubles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// One reading of one file into JSON.
public final class JsonReading {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final Consumer<byte[]> sink;
  private final XmlDecoder decoder = new XmlDecoder();

  /// Gives each record to the sink.
  public JsonReading(Consumer<byte[]> sink) {
    this.sink = sink;
  }

  /// Reads everything there is.
  public void read(InputStream input, Troubles troubles) throws IOException {
    EvtxTroubles told = new EvtxTroubles(troubles);
    new EvtxFile(new ChunkRecords(new Records(), told, false), told).read(input);
  }

  private final class Records implements RecordSink {

    @Override
    public void chunk(Chunk chunk) {
      decoder.begin(chunk);
    }

    @Override
    public void record(int from, int to) throws Damaged {
      Xml.Element root = decoder.read(from, to);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
        new JsonShape(json).write(root);
      }
      sink.accept(bytes.toByteArray());
    }
  }
}
