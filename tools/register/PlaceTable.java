import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One point a body: inside its outline where there is one, else its town, else among neighbours.
final class PlaceTable {

  /// The one region whose commune outlines are read.
  private static final String DETAILED_REGION = "76";

  /// How far outside a simplified outline a town may stand, in km; overseas outlines are coarser.
  private static final double FINE = 3;

  private static final double COARSE = 8;

  private final List<Map<String, Object>> communes;
  private final List<Map<String, Object>> epcis;
  private final List<Map<String, Object>> departements;
  private final List<Map<String, Object>> regions;
  private final Map<String, Map<String, Object>> outlines;
  private final Map<String, Map<String, Object>> departementOutlines;
  private final Towns towns;
  private final Map<String, Map<String, Object>> communeByCode = new HashMap<>();
  private final Map<String, String> epciOf = new HashMap<>();

  /// One point found, longitude first, and where it comes from.
  private record Found(double[] point, String from) {}

  PlaceTable(
      List<Map<String, Object>> communes,
      List<Map<String, Object>> epcis,
      List<Map<String, Object>> departements,
      List<Map<String, Object>> regions,
      Map<String, Map<String, Object>> outlines,
      Map<String, Map<String, Object>> departementOutlines,
      Towns towns) {
    this.communes = communes;
    this.epcis = epcis;
    this.departements = departements;
    this.regions = regions;
    this.outlines = outlines;
    this.departementOutlines = departementOutlines;
    this.towns = towns;
    communes.forEach(commune -> communeByCode.put(BuildRegister.text(commune, "code"), commune));
    for (Map<String, Object> epci : epcis) {
      Json.objects(epci.get("membres")).forEach(m -> epciOf.put(BuildRegister.text(m, "code"), BuildRegister.text(epci, "code")));
    }
  }

  /// The lines of the table, in the order of their identifiers.
  List<String> lines() {
    Map<String, String> lines = new TreeMap<>();
    Map<String, Found> points = communePoints(true);
    points.forEach((code, found) -> place(lines, "commune-" + code, found.point(), found.from()));
    divisionPlaces(lines, points);
    lines.values().stream()
        .collect(
            Collectors.groupingBy(
                line -> line.substring(line.lastIndexOf('\t') + 1), TreeMap::new, Collectors.counting()))
        .forEach((from, count) -> BuildRegister.report("places", from + " " + count));
    return List.copyOf(lines.values());
  }

  /// Places the communes of the detailed region as if they had no outline, and says how far from the
  /// truth that is.
  void accuracy() {
    Map<String, Found> truth = communePoints(true);
    Map<String, List<Double>> errors = new TreeMap<>();
    communePoints(false)
        .forEach(
            (code, found) -> {
              if (truth.get(code).from().equals("inside")) {
                double km = Shape.km(found.point(), truth.get(code).point());
                errors.computeIfAbsent(found.from(), _ -> new ArrayList<>()).add(km);
              }
            });
    errors.forEach(
        (from, km) -> {
          km.sort(Comparator.naturalOrder());
          BuildRegister.report(
              "accuracy in region " + DETAILED_REGION,
              String.format(
                  Locale.ROOT,
                  "%s: %d communes, off by %.1f km at the median, %.1f km at 90 %%, %.1f km at most",
                  from,
                  km.size(),
                  km.get(km.size() / 2),
                  km.get(km.size() * 9 / 10),
                  km.getLast()));
        });
  }

  private Map<String, Found> communePoints(boolean detailed) {
    Map<String, Found> points = new TreeMap<>();
    Neighbours neighbours = new Neighbours();
    Map<String, Neighbours.Commune> unknown = new TreeMap<>();
    for (Map<String, Object> commune : communes) {
      Neighbours.Commune shared = shared(commune);
      Optional<Found> known =
          (detailed ? inside(commune) : Optional.<Found>empty())
              .or(() -> town(commune).map(point -> new Found(point, "town")));
      known.ifPresentOrElse(
          found -> {
            points.put(shared.code(), found);
            neighbours.know(shared, found.point());
          },
          () -> unknown.put(shared.code(), shared));
    }
    unknown.forEach(
        (code, commune) -> {
          Map<String, Object> outline = departementOutlines.get(commune.departement());
          double[] middle = Shape.point(List.of(outline));
          points.put(code, new Found(neighbours.place(commune, middle, outline), "near"));
        });
    return points;
  }

  /// EPCI stand where their most populous commune does, departements and regions in their middle.
  private void divisionPlaces(Map<String, String> lines, Map<String, Found> points) {
    for (Map<String, Object> epci : epcis) {
      Json.objects(epci.get("membres")).stream()
          .max(Comparator.comparingLong(m -> Long.parseLong(BuildRegister.text(m, "populationMunicipale"))))
          .map(m -> points.get(BuildRegister.text(m, "code")))
          .ifPresent(
              found -> place(lines, "epci-" + BuildRegister.text(epci, "code"), found.point(), found.from()));
    }
    for (Map<String, Object> dep : departements) {
      if (!"com".equals(dep.get("zone"))) {
        String code = BuildRegister.text(dep, "code");
        double[] point = Shape.point(List.of(departementOutlines.get(code)));
        place(lines, "departement-" + code, point, "inside");
      }
    }
    for (Map<String, Object> region : regions) {
      String code = BuildRegister.text(region, "code");
      List<Map<String, Object>> parts =
          departements.stream()
              .filter(dep -> code.equals(dep.get("region")))
              .map(dep -> departementOutlines.get(BuildRegister.text(dep, "code")))
              .toList();
      place(lines, "region-" + code, Shape.point(parts), "inside");
    }
  }

  private static void place(Map<String, String> lines, String id, double[] p, String from) {
    lines.put(id, String.format(Locale.ROOT, "%s\t%.4f\t%.4f\t%s", id, p[1], p[0], from));
  }

  /// A point inside the outline of a commune; only those of one region have an outline.
  private Optional<Found> inside(Map<String, Object> commune) {
    if (!DETAILED_REGION.equals(commune.get("region"))) {
      return Optional.empty();
    }
    List<Map<String, Object>> parts = new ArrayList<>();
    codes(commune).forEach(code -> outlineOf(code, parts));
    if (parts.isEmpty()) {
      BuildRegister.report("no outline", BuildRegister.text(commune, "code") + " " + BuildRegister.text(commune, "nom"));
      return Optional.empty();
    }
    return Optional.of(new Found(Shape.point(parts), "inside"));
  }

  /// The town of a commune, unless it lies outside the departement by more than its simplified
  /// outline explains.
  private Optional<double[]> town(Map<String, Object> commune) {
    Map<String, Object> outline = departementOutlines.get(BuildRegister.text(commune, "departement"));
    return towns
        .point(BuildRegister.text(commune, "region"), BuildRegister.text(commune, "nom"), codes(commune))
        .filter(
            point -> {
              double most = overseas(commune) ? COARSE : FINE;
              boolean near =
                  Shape.contains(outline, point) || Shape.farness(outline, point) < most;
              if (!near) {
                BuildRegister.report("outside", BuildRegister.text(commune, "code") + " " + BuildRegister.text(commune, "nom"));
              }
              return near;
            });
  }

  private Neighbours.Commune shared(Map<String, Object> commune) {
    List<String> postal =
        commune.get("codesPostaux") instanceof List<?> listed
            ? listed.stream().map(Object::toString).toList()
            : List.of();
    String code = BuildRegister.text(commune, "code");
    return new Neighbours.Commune(
        code,
        BuildRegister.text(commune, "departement"),
        postal,
        epciOf.getOrDefault(code, ""),
        BuildRegister.text(commune, "arrondissement"));
  }

  /// The code of a commune, then those of the communes it took over.
  private static List<String> codes(Map<String, Object> commune) {
    List<String> codes = new ArrayList<>(List.of(BuildRegister.text(commune, "code")));
    if (commune.get("anciensCodes") instanceof List<?> former) {
      former.forEach(old -> codes.add(old.toString()));
    }
    return codes;
  }

  /// Adds the outline of a code of 2018, unless it is a commune of its own today.
  private void outlineOf(String code, List<Map<String, Object>> parts) {
    boolean own = parts.isEmpty() || !communeByCode.containsKey(code);
    if (own && outlines.containsKey(code)) {
      parts.add(outlines.get(code));
    }
  }

  private static boolean overseas(Map<String, Object> commune) {
    return !"metro".equals(commune.get("zone"));
  }
}
