package fr.bastide.loop.territory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/// The outlines of a region's departements, to be drawn without tiles from outside.
public final class Maps {

  private Maps() {}

  /// A GeoJSON feature collection (RFC 7946, UTF-8, under 40 kB): a feature for each departement
  /// with `code` and `name` (an overseas collectivity is one feature); `source`, `attribution` and
  /// `licence` beside the features. Nothing for an unknown region.
  ///
  /// @param code code of the region, such as `76`
  /// @throws UncheckedIOException when the installation is damaged
  public static Optional<byte[]> region(String code) {
    if (Regions.find(code).isEmpty()) {
      return Optional.empty();
    }
    try (InputStream map = Maps.class.getResourceAsStream("map/region-" + code + ".geojson")) {
      return map == null ? Optional.empty() : Optional.of(map.readAllBytes());
    } catch (IOException damaged) {
      throw new UncheckedIOException(
          "the map of region " + code + " of the installation cannot be read", damaged);
    }
  }
}
