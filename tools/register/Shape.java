import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Plane geometry on degrees of longitude and latitude, good enough for a commune.
final class Shape {

  /// The area centroid of some outlines, moved inside them when it falls outside: to the middle of
  /// their longest stretch on its own latitude. Longitude first.
  static double[] point(List<Map<String, Object>> geometries) {
    List<double[][]> rings = new ArrayList<>();
    for (Map<String, Object> geometry : geometries) {
      polygons(geometry).forEach(rings::addAll);
    }
    double area = 0;
    double x = 0;
    double y = 0;
    for (double[][] ring : rings) { // holes turn the other way, so they subtract themselves
      for (int i = 1; i < ring.length; i++) {
        double cross = ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
        area += cross;
        x += (ring[i - 1][0] + ring[i][0]) * cross;
        y += (ring[i - 1][1] + ring[i][1]) * cross;
      }
    }
    double[] centroid = {x / (3 * area), y / (3 * area)};
    return inside(centroid, rings);
  }

  private static double[] inside(double[] p, List<double[][]> rings) {
    List<Double> crossings = new ArrayList<>();
    for (double[][] ring : rings) {
      for (int i = 1; i < ring.length; i++) {
        double[] a = ring[i - 1];
        double[] b = ring[i];
        if (a[1] > p[1] != b[1] > p[1]) {
          crossings.add(a[0] + (p[1] - a[1]) / (b[1] - a[1]) * (b[0] - a[0]));
        }
      }
    }
    crossings.sort(Comparator.naturalOrder());
    double[] best = p;
    double longest = 0;
    for (int i = 1; i < crossings.size(); i += 2) {
      double from = crossings.get(i - 1);
      double to = crossings.get(i);
      if (from < p[0] && p[0] < to) {
        return p;
      }
      if (to - from > longest) {
        longest = to - from;
        best = new double[] {(from + to) / 2, p[1]};
      }
    }
    return best;
  }

  /// Whether a point, longitude first, lies inside a geometry.
  static boolean contains(Map<String, Object> geometry, double[] p) {
    boolean in = false;
    for (List<double[][]> rings : polygons(geometry)) {
      for (double[][] ring : rings) {
        for (int i = 1; i < ring.length; i++) {
          double[] a = ring[i - 1];
          double[] b = ring[i];
          boolean crosses = a[1] > p[1] != b[1] > p[1];
          if (crosses && p[0] < a[0] + (p[1] - a[1]) / (b[1] - a[1]) * (b[0] - a[0])) {
            in = !in;
          }
        }
      }
    }
    return in;
  }

  /// How far a point is from the nearest corner of an outline, in km.
  static double farness(Map<String, Object> geometry, double[] p) {
    return polygons(geometry).stream()
        .flatMap(List::stream)
        .flatMap(Arrays::stream)
        .mapToDouble(corner -> km(corner, p))
        .min()
        .orElseThrow();
  }

  /// The distance of two points in km, good enough within a departement.
  static double km(double[] a, double[] b) {
    double x = (a[0] - b[0]) * Math.cos(Math.toRadians((a[1] + b[1]) / 2));
    return 111.2 * Math.hypot(x, a[1] - b[1]);
  }

  /// The polygons of a geometry, each a list of rings, the outer one anticlockwise and the holes
  /// clockwise (RFC 7946, section 3.1.6).
  static List<List<double[][]>> polygons(Map<String, Object> geometry) {
    List<?> coordinates = (List<?>) geometry.get("coordinates");
    boolean many = "MultiPolygon".equals(geometry.get("type"));
    List<List<double[][]>> polygons = new ArrayList<>();
    for (Object polygon : many ? coordinates : List.of(coordinates)) {
      List<double[][]> rings = new ArrayList<>();
      for (Object ring : (List<?>) polygon) {
        double[][] points = ((List<?>) ring).stream().map(Shape::pair).toArray(double[][]::new);
        rings.add(turned(points, rings.isEmpty()));
      }
      polygons.add(rings);
    }
    return polygons;
  }

  private static double[] pair(Object point) {
    List<?> xy = (List<?>) point;
    return new double[] {((Number) xy.get(0)).doubleValue(), ((Number) xy.get(1)).doubleValue()};
  }

  private static double[][] turned(double[][] ring, boolean anticlockwise) {
    double area = 0;
    for (int i = 1; i < ring.length; i++) {
      area += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
    }
    return area > 0 == anticlockwise ? ring : Arrays.asList(ring).reversed().toArray(ring.clone());
  }

  /// The geometry as GeoJSON with four decimals (11 m), doubled points left out.
  static String geometry(Map<String, Object> geometry) {
    String polygons =
        polygons(geometry).stream()
            .map(rings -> rings.stream().map(Shape::ring).filter(r -> !r.isEmpty()).toList())
            .filter(rings -> !rings.isEmpty())
            .map(rings -> "[" + String.join(",", rings) + "]")
            .collect(Collectors.joining(","));
    return "{\"type\":\"MultiPolygon\",\"coordinates\":[" + polygons + "]}";
  }

  private static String ring(double[][] points) {
    List<String> written = new ArrayList<>();
    for (double[] p : points) {
      String point = "[" + degrees(p[0]) + "," + degrees(p[1]) + "]";
      if (written.isEmpty() || !written.getLast().equals(point)) {
        written.add(point);
      }
    }
    return written.size() < 4 ? "" : "[" + String.join(",", written) + "]";
  }

  private static String degrees(double value) {
    return BigDecimal.valueOf(value)
        .setScale(4, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
