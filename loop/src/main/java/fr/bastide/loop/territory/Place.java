package fr.bastide.loop.territory;

/// A point on the map.
///
/// @param lat latitude in degrees north (WGS 84), -90 to 90
/// @param lon longitude in degrees east (WGS 84), -180 to 180
/// @param estimated whether the sources have no point of the body itself, so that this one stands
///   among its neighbours: some 7 km off, rarely over 12 km
public record Place(double lat, double lon, boolean estimated) {

  public Place {
    if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
      throw new IllegalArgumentException("no such place: " + lat + ", " + lon);
    }
  }
}
