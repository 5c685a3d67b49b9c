package fr.bastide.detection.surge;

import fr.bastide.detection.Level;
import java.util.List;
import java.util.Optional;

/// One striker at many bodies: one alert for whoever watches over the territory.
///
/// For the region's eyes as it is; a body gets [#seenBy(String)] and nothing else.
///
/// @param number the same through one strike, never used twice by one watch
/// @param stage what is told now
/// @param kind what the striker is known by
/// @param striker the address, or the id of the rule
/// @param level the highest of the alerts
/// @param since the time of the first alert, in microseconds
/// @param last the time of the last alert, in microseconds
/// @param shares what each body saw, in the order in which they were struck
public record Strike(
    long number,
    Stage stage,
    Kind kind,
    String striker,
    Level level,
    long since,
    long last,
    List<Share> shares) {

  public Strike {
    shares = List.copyOf(shares);
  }

  /// What is told of a strike.
  public enum Stage {
    OPENED,
    /// Another body was struck.
    SPREAD,
    ENDED
  }

  /// What a striker is known by.
  public enum Kind {
    /// An address that strikes, whatever the rules.
    ADDRESS,
    /// The same rule everywhere, from addresses that are not known or many.
    RULE
  }

  /// What one body saw.
  ///
  /// @param tenant the body
  /// @param level the highest of its alerts
  /// @param alerts how many alerts
  /// @param events how many events made them
  /// @param since the time of its first alert, in microseconds
  /// @param last the time of its last alert, in microseconds
  /// @param rules the ids of the rules, at most sixteen, in the order of their alerts
  public record Share(
      String tenant,
      Level level,
      long alerts,
      long events,
      long since,
      long last,
      List<String> rules) {

    public Share {
      rules = List.copyOf(rules);
    }
  }

  /// A strike as one of its bodies may see it: its own share, and no trace of any other.
  ///
  /// @param kind what the striker is known by
  /// @param striker the address, or the id of the rule
  /// @param share what this body saw
  public record OwnView(Kind kind, String striker, Share share) {}

  /// What a body may see; empty when it was not struck.
  public Optional<OwnView> seenBy(String tenant) {
    return shares.stream()
        .filter(share -> share.tenant().equals(tenant))
        .findFirst()
        .map(share -> new OwnView(kind, striker, share));
  }
}
