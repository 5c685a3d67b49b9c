package fr.bastide.detection.pack;

import fr.bastide.detection.Place;
import java.util.List;

/// The samples of one rule or correlation.
///
/// @param rule its id
/// @param fires what must fire it
/// @param quiet what must not: its legitimate neighbours
/// @param place where the samples stand
public record SampleSet(String rule, List<SampleCase> fires, List<SampleCase> quiet, Place place) {

  public SampleSet {
    fires = List.copyOf(fires);
    quiet = List.copyOf(quiet);
  }
}
