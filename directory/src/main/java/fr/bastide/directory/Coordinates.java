package fr.bastide.directory;

/// A point on the globe (WGS 84), to a millionth of a degree: about a tenth of a metre.
///
/// @param microLatitude millionths of a degree north, -90,000,000 to 90,000,000
/// @param microLongitude millionths of a degree east, -180,000,000 to 180,000,000
public record Coordinates(int microLatitude, int microLongitude) {

  /// Mean radius of the Earth in kilometres (IUGG).
  private static final double RADIUS = 6371.0088;

  private static final double MICRO = 1e6;

  public Coordinates {
    if (Math.abs((long) microLatitude) > 90_000_000L
        || Math.abs((long) microLongitude) > 180_000_000L) {
      throw new IllegalArgumentException("no such point: " + microLatitude + " " + microLongitude);
    }
  }

  /// The length of the great circle to another point, by the haversine formula, rounded to whole
  /// kilometres. `StrictMath` gives the same on every machine.
  public int kilometresTo(Coordinates other) {
    double here = StrictMath.toRadians(microLatitude / MICRO);
    double there = StrictMath.toRadians(other.microLatitude / MICRO);
    double north = StrictMath.sin((there - here) / 2);
    double east =
        StrictMath.sin(
            StrictMath.toRadians((other.microLongitude - (double) microLongitude) / MICRO) / 2);
    double haversine = north * north + StrictMath.cos(here) * StrictMath.cos(there) * east * east;
    double angle = 2 * StrictMath.asin(StrictMath.sqrt(StrictMath.min(1, haversine)));
    return (int) StrictMath.round(RADIUS * angle);
  }
}
