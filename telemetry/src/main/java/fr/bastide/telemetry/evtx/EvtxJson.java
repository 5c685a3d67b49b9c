package fr.bastide.telemetry.evtx;

import fr.bastide.telemetry.Troubles;
import fr.bastide.telemetry.internal.evtx.JsonReading;
import java.io.IOException;
import java.io.InputStream;

/// Writes the records of a Windows event log as nested JSON, `{"Event": {"System": ...,
/// "EventData": ...}}`, in the shape that the usual dump tools give, so that what was made for
/// theirs can be used with ours.
///
/// An element with nothing in it is `null`; attributes stand in `#attributes`, text beside them in
/// `#text`. Named data are members of `EventData`; data without a name are one list. Integers and
/// truth values are JSON's own, hexadecimal numbers and times are strings. White space at the end
/// of strings is cut here, as those tools do, while an event keeps it.
public final class EvtxJson {

  /// Takes one record.
  @FunctionalInterface
  public interface Sink {

    /// Takes one JSON object, in UTF-8 and without line breaks.
    void accept(byte[] json);
  }

  private EvtxJson() {}

  /// Hands every record of the input to the sink, in order. What is malformed is told and passed
  /// over, as [EvtxReader] does; memory stays bounded whatever the input.
  ///
  /// @throws IOException when the input itself fails
  public static void read(InputStream input, Sink sink, Troubles troubles) throws IOException {
    new JsonReading(sink::accept).read(input, troubles);
  }
}
