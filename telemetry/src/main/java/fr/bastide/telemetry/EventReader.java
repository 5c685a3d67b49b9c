package fr.bastide.telemetry;

import java.io.IOException;
import java.io.InputStream;

/// Reads one format from beginning to end. Not safe for threads; reading twice is allowed.
public interface EventReader {

  /// Hands every event of the input to the sink, in order. What is malformed is told and passed
  /// over; memory stays bounded whatever the input.
  ///
  /// @throws IOException when the input itself fails
  void read(InputStream input, Source source, EventSink sink, Troubles troubles) throws IOException;
}
