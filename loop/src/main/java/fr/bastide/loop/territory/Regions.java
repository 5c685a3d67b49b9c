package fr.bastide.loop.territory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The regions and departements of France by their codes; read once, from the official division.
public final class Regions {

  private static final Map<String, Region> REGIONS = new LinkedHashMap<>();
  private static final Map<String, Departement> DEPARTEMENTS = new LinkedHashMap<>();

  static {
    Tsv.read(
        "divisions.tsv",
        4,
        cells -> {
          if (cells[0].equals("R")) {
            REGIONS.put(cells[1], new Region(cells[1], cells[2]));
          } else {
            DEPARTEMENTS.put(cells[1], new Departement(cells[1], cells[2], cells[3]));
          }
        });
  }

  private Regions() {}

  /// All regions and overseas collectivities, by code.
  public static List<Region> all() {
    return List.copyOf(REGIONS.values());
  }

  /// The region of a code such as `76`, or nothing.
  public static Optional<Region> find(String code) {
    return Optional.ofNullable(REGIONS.get(code));
  }

  /// The departement of a code such as `09`, or nothing.
  public static Optional<Departement> departement(String code) {
    return Optional.ofNullable(DEPARTEMENTS.get(code));
  }

  /// The departements of a region by code; empty when there is no such region.
  public static List<Departement> departements(String region) {
    return DEPARTEMENTS.values().stream().filter(d -> d.region().equals(region)).toList();
  }
}
