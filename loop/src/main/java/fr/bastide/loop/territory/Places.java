package fr.bastide.loop.territory;

import fr.bastide.kernel.BodyId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where the bodies of the register are: one point for every commune, EPCI, departement and region.
///
/// Inside their outlines in Occitanie (IGN and INSEE, 2018; Licence Ouverte); elsewhere the town of
/// the commune (GeoNames, CC BY 4.0) or, for about half of the communes, the smallest, a point
/// among the communes with the same postal code. An EPCI stands where its most populous commune
/// stands.
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
    Map<String, Place> points = HashMap.newHashMap(37_000);
    Map<String, String> head =
        Tsv.read(
            FILE,
            4,
            cells ->
                points.put(
                    cells[0],
                    new Place(
                        Double.parseDouble(cells[1]),
                        Double.parseDouble(cells[2]),
                        cells[3].equals("near"))));
    return new Places(points, head.getOrDefault("attribution", ""));
  }

  /// The point of a body itself, or nothing when none is known.
  public Optional<Place> of(BodyId id) {
    return Optional.ofNullable(points.get(id.value()));
  }

  /// The point of a body that is in no register: that of its departement, or else of its region, or
  /// nothing.
  ///
  /// @param departement code of a departement, such as `09`
  /// @param region code of a region, such as `76`
  public Optional<Place> around(String departement, String region) {
    return Optional.ofNullable(points.get("departement-" + departement))
        .or(() -> Optional.ofNullable(points.get("region-" + region)))
        .map(place -> new Place(place.lat(), place.lon(), true));
  }

  /// Whom the licence asks to name beside a map of these points.
  public String attribution() {
    return attribution;
  }
}
