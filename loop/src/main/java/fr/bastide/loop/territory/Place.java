package fr.bastide.loop.territory;

/// A point on the map.
///
/// @param lat latitude in degrees north (WGS 84), -90 to 90
/// @param lon longitude in degrees east (WGS 84), -180 to 180
public record Place(double lat, double lon) {

  public Place {
    if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
      throw new IllegalArgumentException("no such place: " + lat + ", " + lon);
    }
  }
}
