import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Places communes that no source places: among those that share most with them.
///
/// A commune goes to the middle of the placed communes of its departement with the same postal code
/// and EPCI; without any, the same postal code; then the same EPCI; then the same arrondissement.
/// Those that would stand on one spot are spread around it on a spiral of 0.9 km times the square
/// root of their number, within the outline of the departement.
final class Neighbours {

  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
  private static final double STEP = 0.9 / 111.2; // km in degrees of latitude

  /// What a commune shares with its neighbours.
  record Commune(
      String code, String departement, List<String> postal, String epci, String arrondissement) {

    /// Names of the groups it belongs to, the closest first.
    private List<List<String>> groups() {
      List<String> both = postal.stream().map(p -> departement + p + epci).toList();
      List<String> one = postal.stream().map(p -> departement + p).toList();
      List<String> authority = epci.isEmpty() ? List.of() : List.of(departement + epci);
      return List.of(both, one, authority, List.of(departement + "/" + arrondissement));
    }
  }

  private final Map<String, List<double[]>> members = new HashMap<>();
  private final Map<String, Integer> spread = new HashMap<>();

  /// Takes note of a commune whose point is known, longitude first.
  void know(Commune commune, double[] point) {
    commune.groups().stream()
        .flatMap(List::stream)
        .forEach(group -> members.computeIfAbsent(group, _ -> new ArrayList<>()).add(point));
  }

  /// The point of another commune; that of its departement when it shares nothing with any.
  double[] place(Commune commune, double[] departement, Map<String, Object> outline) {
    for (List<String> groups : commune.groups()) {
      List<double[]> found =
          groups.stream().flatMap(g -> members.getOrDefault(g, List.of()).stream()).toList();
      if (!found.isEmpty()) {
        return around(middle(found), outline, departement);
      }
    }
    return around(departement, outline, departement);
  }

  private static double[] middle(List<double[]> points) {
    double x = points.stream().mapToDouble(p -> p[0]).average().orElseThrow();
    double y = points.stream().mapToDouble(p -> p[1]).average().orElseThrow();
    return new double[] {x, y};
  }

  private double[] around(double[] middle, Map<String, Object> outline, double[] departement) {
    String spot = Math.round(middle[0] * 500) + " " + Math.round(middle[1] * 500); // some 200 m
    int turn = spread.merge(spot, 1, Integer::sum);
    double far = STEP * Math.sqrt(turn);
    for (int halving = 0; halving < 8; halving++, far /= 2) {
      double east = far * Math.cos(turn * GOLDEN_ANGLE) / Math.cos(Math.toRadians(middle[1]));
      double[] point = {middle[0] + east, middle[1] + far * Math.sin(turn * GOLDEN_ANGLE)};
      if (Shape.contains(outline, point)) {
        return point;
      }
    }
    return departement;
  }
}
