import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The outlines of France overseas, cut out of a map of the countries of the world (TopoJSON).
final class World {

  /// A part of the map: the polygons of a country that lie within a box, west, south, east, north.
  private record Part(String country, double west, double south, double east, double north) {}

  private static final Map<String, Part> PARTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("971", new Part("France", -62, 15.8, -60.9, 16.6)),
              Map.entry("972", new Part("France", -61.3, 14.3, -60.7, 15)),
              Map.entry("973", new Part("France", -55, 2, -51, 6)),
              Map.entry("974", new Part("France", 55, -22, 56, -20)),
              Map.entry("976", new Part("France", 45, -13.1, 45.4, -12.5)),
              Map.entry("975", whole("St. Pierre and Miquelon")),
              Map.entry("977", whole("St-Barthélemy")),
              Map.entry("978", whole("St-Martin")),
              Map.entry("984", whole("Fr. S. Antarctic Lands")),
              Map.entry("986", whole("Wallis and Futuna Is.")),
              Map.entry("987", whole("Fr. Polynesia")),
              Map.entry("988", whole("New Caledonia")),
              Map.entry("989", whole("Clipperton I."))));

  private final List<List<List<Double>>> arcs = new ArrayList<>();
  private final Map<String, Map<String, Object>> outlines = new TreeMap<>();

  World(Path file) throws IOException {
    Map<String, Object> topology = Json.object(Json.parse(Files.readString(file)));
    readArcs(topology);
    Map<String, Object> countries =
        Json.object(Json.object(topology.get("objects")).get("countries"));
    for (Map<String, Object> country : Json.objects(countries.get("geometries"))) {
      Object name = Json.object(country.get("properties")).get("name");
      PARTS.forEach(
          (code, part) -> {
            if (part.country().equals(name)) {
              outlines.put(code, outline(country, part));
            }
          });
    }
  }

  /// The outline of an overseas departement or collectivity by its code, as GeoJSON.
  Map<String, Map<String, Object>> outlines() {
    return outlines;
  }

  private static Part whole(String country) {
    return new Part(country, -180, -90, 180, 90);
  }

  /// Arcs are written as whole steps from point to point, on a grid of their own.
  private void readArcs(Map<String, Object> topology) {
    Map<String, Object> grid = Json.object(topology.get("transform"));
    List<?> scale = (List<?>) grid.get("scale");
    List<?> origin = (List<?>) grid.get("translate");
    for (Object arc : (List<?>) topology.get("arcs")) {
      List<List<Double>> points = new ArrayList<>();
      double x = 0;
      double y = 0;
      for (Object step : (List<?>) arc) {
        x += number(((List<?>) step).get(0));
        y += number(((List<?>) step).get(1));
        points.add(
            List.of(
                x * number(scale.get(0)) + number(origin.get(0)),
                y * number(scale.get(1)) + number(origin.get(1))));
      }
      arcs.add(points);
    }
  }

  private Map<String, Object> outline(Map<String, Object> country, Part part) {
    List<?> listed = (List<?>) country.get("arcs");
    List<Object> polygons = new ArrayList<>();
    for (Object polygon : "Polygon".equals(country.get("type")) ? List.of(listed) : listed) {
      List<Object> rings = new ArrayList<>();
      ((List<?>) polygon).forEach(ring -> rings.add(ring((List<?>) ring)));
      if (within((List<?>) rings.getFirst(), part)) {
        polygons.add(rings);
      }
    }
    return Map.of("type", "MultiPolygon", "coordinates", polygons);
  }

  private List<Object> ring(List<?> numbers) {
    List<Object> ring = new ArrayList<>();
    for (Object number : numbers) {
      int arc = ((Number) number).intValue();
      List<List<Double>> points = arc < 0 ? arcs.get(~arc).reversed() : arcs.get(arc);
      ring.addAll(ring.isEmpty() ? points : points.subList(1, points.size()));
    }
    return ring;
  }

  private static boolean within(List<?> ring, Part part) {
    return ring.stream()
        .allMatch(
            point -> {
              double x = number(((List<?>) point).get(0));
              double y = number(((List<?>) point).get(1));
              return part.west() <= x && x <= part.east() && part.south() <= y && y <= part.north();
            });
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }
}
