package fr.bastide.web.alert;

import fr.bastide.incident.reflex.ReflexCard;
import fr.bastide.incident.reflex.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which steps of a card are done and since when. They travel in the address, as
/// `unplug.1764087000,backups.1764087120` (seconds since 1970), and are kept nowhere.
///
/// @param done the instant of each step that is done, by its identifier
public record Ticks(Map<String, Instant> done) {

  private static final int LONGEST = 2_000;
  private static final Instant EARLIEST = Instant.parse("2025-01-01T00:00:00Z");
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  public Ticks {
    done = Collections.unmodifiableMap(new LinkedHashMap<>(done));
  }

  /// The ticks of a card that an address carries. What is no step of the card or no instant that
  /// can be is left out: an address may be cut or typed.
  static Ticks of(String written, ReflexCard card, Instant now) {
    Map<String, Instant> done = new LinkedHashMap<>();
    if (written.length() > LONGEST) {
      return new Ticks(done);
    }
    List<String> known = card.steps().stream().map(Step::id).toList();
    for (String part : written.split(",", -1)) {
      int dot = part.indexOf('.');
      String step = dot < 0 ? "" : part.substring(0, dot);
      if (known.contains(step)) {
        instant(part.substring(dot + 1))
            .filter(at -> !at.isBefore(EARLIEST) && !at.isAfter(now.plus(CLOCKS_DIFFER)))
            .ifPresent(at -> done.putIfAbsent(step, at));
      }
    }
    return new Ticks(done);
  }

  private static Optional<Instant> instant(String seconds) {
    boolean plain =
        !seconds.isEmpty()
            && seconds.length() <= 11
            && seconds.chars().allMatch(c -> c >= '0' && c <= '9');
    return plain ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds))) : Optional.empty();
  }

  /// These and one more; a step done before keeps its first instant.
  public Ticks with(String step, Instant at) {
    Map<String, Instant> more = new LinkedHashMap<>(done);
    more.putIfAbsent(step, at);
    return new Ticks(more);
  }

  /// These without one.
  public Ticks without(String step) {
    Map<String, Instant> fewer = new LinkedHashMap<>(done);
    fewer.remove(step);
    return new Ticks(fewer);
  }

  /// As they stand in an address.
  public String written() {
    return done.entrySet().stream()
        .map(one -> one.getKey() + "." + one.getValue().getEpochSecond())
        .collect(Collectors.joining(","));
  }
}
