package fr.bastide.detection.pack;

import java.util.List;

/// Something that happens, as one event or as a sequence.
///
/// @param say what happens, in a few words
/// @param events in order
public record SampleCase(String say, List<SampleEvent> events) {

  public SampleCase {
    events = List.copyOf(events);
  }
}
