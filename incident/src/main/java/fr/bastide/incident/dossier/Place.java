package fr.bastide.incident.dossier;

/// A point of the earth (WGS 84).
///
/// @param latitude degrees north, -90 to 90
/// @param longitude degrees east, -180 to 180
public record Place(double latitude, double longitude) {

  private static final double EARTH_KM = 6371.0088;

  public Place {
    boolean there = latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180;
    if (!there) {
      throw new IllegalArgumentException("no point of the earth: " + latitude + ", " + longitude);
    }
  }

  /// The distance to another point as the crow flies, in kilometres (haversine formula on a sphere
  /// of the mean radius of IUGG; within 0.6 % of the ellipsoid).
  public double kilometres(Place other) {
    double north = Math.toRadians(other.latitude - latitude);
    double east = Math.toRadians(other.longitude - longitude);
    double half =
        Math.pow(Math.sin(north / 2), 2)
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * Math.pow(Math.sin(east / 2), 2);
    return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
  }
}
