package fr.bastide.loop.territory;

import fr.bastide.kernel.BodyId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where the bodies of the register are: one point inside every commune and EPCI of Occitanie and
/// every metropolitan departement (outlines of IGN and INSEE, 2018; Licence Ouverte).
///
/// An EPCI stands where its most populous commune stands. Overseas there is no point: the source
/// has no outline.
public final class Places {

  private static final String FILE = "places.tsv.gz";

  private final Map<String, Place> points;

  private final String attribution;

  private Places(Map<String, Place> points, String attribution) {
    this.points = points;
    this.attribution = attribution;
  }

  /// All places known.
  ///
  /// @throws java.io.UncheckedIOException when the installation is damaged
  public static Places load() {
    Map<String, Place> points = HashMap.newHashMap(5_000);
    Map<String, String> head =
        Tsv.read(
            FILE,
            3,
            cells ->
                points.put(
                    cells[0],
                    new Place(Double.parseDouble(cells[1]), Double.parseDouble(cells[2]))));
    return new Places(points, head.getOrDefault("attribution", ""));
  }

  /// The point of a body itself, or nothing when none is known.
  public Optional<Place> of(BodyId id) {
    return Optional.ofNullable(points.get(id.value()));
  }

  /// The point of a body, or else of the departement around it, or nothing.
  public Optional<Place> near(RegisterEntry entry) {
    return of(entry.id())
        .or(() -> Optional.ofNullable(points.get("departement-" + entry.departement())));
  }

  /// Whom the licence asks to name beside a map of these points.
  public String attribution() {
    return attribution;
  }
}
