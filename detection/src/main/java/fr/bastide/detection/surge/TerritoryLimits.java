package fr.bastide.detection.surge;

import java.time.Duration;
import java.util.List;

/// When alerts of many bodies are one strike.
///
/// @param fields where the striking address stands, the first that is there; looked for in what a
///   correlation is grouped by, then in the alert's events
/// @param window how long an alert counts after its time
/// @param addressBodies how many bodies one address must strike
/// @param ruleBodies how many bodies one rule must alert, from addresses that are not strikers yet;
///   more than `addressBodies`
/// @param strikers how many addresses and rules are watched at most
public record TerritoryLimits(
    List<String> fields, Duration window, int addressBodies, int ruleBodies, int strikers) {

  public TerritoryLimits {
    fields = List.copyOf(fields);
    if (!window.isPositive() || addressBodies < 2 || ruleBodies < 2 || strikers < 1) {
      throw new IllegalArgumentException("a strike needs a window and at least two bodies");
    }
  }

  /// The source addresses of the Sigma taxonomy and of ECS, an hour, three bodies by address, five
  /// by rule, 50,000 strikers.
  public static TerritoryLimits standard() {
    List<String> fields =
        List.of(
            "SourceIp",
            "IpAddress",
            "src_ip",
            "c-ip",
            "ClientIP",
            "sourceIPAddress",
            "source.ip",
            "SrcIp",
            "srcip",
            "src");
    return new TerritoryLimits(fields, Duration.ofHours(1), 3, 5, 50_000);
  }
}
