import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The inhabited places of France that GeoNames lists, each with the code of its commune.
///
/// A line has 19 cells cut by tabs: identifier, name, plain name, other names, latitude, longitude,
/// class, kind, country, ..., four administrative codes, population. In the old departements the
/// fourth code is that of INSEE, in Mayotte and some collectivities the first; elsewhere overseas
/// there is none and the name decides.
final class Towns {

  private static final Map<String, String> COLLECTIVITIES =
      Map.of(
          "PM", "975", "BL", "977", "MF", "978", "WF", "986", "PF", "987", "NC", "988");

  private record Town(String name, double[] point, String kind, long population) {

    /// Capitals of a division before other places, then the more populous.
    private int rank() {
      return kind.startsWith("PPLA") || kind.equals("PPLC") ? 0 : 1;
    }
  }

  private final Map<String, List<Town>> byCode = new HashMap<>();
  private final Map<String, List<Town>> byName = new HashMap<>();

  Towns(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      lines.map(line -> line.split("\t", -1)).filter(c -> c.length == 19).forEach(this::add);
    }
  }

  private void add(String[] cells) {
    String country = cells[8];
    double[] point = {Double.parseDouble(cells[5]), Double.parseDouble(cells[4])};
    Town town = new Town(cells[1], point, cells[7], Long.parseLong(cells[14]));
    switch (country) {
      case "FR", "GP", "MQ", "GF", "RE" -> put(byCode, cells[13], town);
      case "YT" -> put(byCode, cells[10], town);
      default -> {
        String collectivity = COLLECTIVITIES.get(country);
        if (collectivity != null) {
          put(byCode, cells[10], town);
          Stream.concat(Stream.of(cells[1], cells[2]), Stream.of(cells[3].split(",")))
              .map(name -> collectivity + key(name))
              .distinct()
              .forEach(name -> put(byName, name, town));
        }
      }
    }
  }

  private static void put(Map<String, List<Town>> into, String key, Town town) {
    if (key.length() > 3) {
      into.computeIfAbsent(key, _ -> new ArrayList<>()).add(town);
    }
  }

  /// The point of the town a commune is named after, or of the first town of its own or a former
  /// code; longitude first.
  Optional<double[]> point(String region, String name, List<String> codes) {
    String key = key(name);
    for (String code : codes) {
      Optional<double[]> found = best(byCode.getOrDefault(code, List.of()), key);
      if (found.isPresent()) {
        return found;
      }
    }
    return best(byName.getOrDefault(region + key, List.of()), key);
  }

  private static Optional<double[]> best(List<Town> towns, String key) {
    return towns.stream()
        .min(
            Comparator.comparing((Town town) -> !key(town.name()).equals(key))
                .thenComparing(Town::rank)
                .thenComparing(Comparator.comparingLong(Town::population).reversed()))
        .map(Town::point);
  }

  private static String key(String name) {
    StringBuilder letters = new StringBuilder();
    java.text.Normalizer.normalize(name.toLowerCase(), java.text.Normalizer.Form.NFD)
        .chars()
        .filter(c -> c >= 'a' && c <= 'z')
        .forEach(c -> letters.append((char) c));
    return letters.toString();
  }
}
