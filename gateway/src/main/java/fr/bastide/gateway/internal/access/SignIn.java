package fr.bastide.gateway.internal.access;

import fr.bastide.airlock.flow.FlowUser;
import fr.bastide.airlock.flow.Flows;
import fr.bastide.gateway.Passwords;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Who somebody is, by their password: few attempts, then a wait that grows, for a user at an
/// address, for the address, and (later) for the user wherever they are. Safe for use by many
/// threads.
public final class SignIn {

  private static final int FREE = 5;
  private static final int FREE_OF_ADDRESS = 20;

  /// Many more, so that a stranger cannot easily keep somebody out.
  private static final int FREE_OF_USER = 100;

  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);
  private static final Duration FORGET = Duration.ofHours(2);
  private static final int MOST = 10_000;

  /// What signing in comes to.
  public sealed interface Answer {
    record Known(FlowUser user) implements Answer {}

    /// No such user, or another password: which of the two is not said.
    record Unknown() implements Answer {}

    /// Too many attempts.
    record Wait(Duration left) implements Answer {}
  }

  private record Tries(int failed, Instant last, Instant until) {}

  private final Flows flows;
  private final InstantSource clock;
  private final Map<String, Tries> tries =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
          return size() > MOST;
        }
      };

  public SignIn(Flows flows, InstantSource clock) {
    this.flows = flows;
    this.clock = clock;
  }

  /// Tries a user's password.
  ///
  /// @param address where it comes from
  public Answer password(String user, char[] password, String address) {
    Map<String, Integer> counted =
        Map.of(
            "user " + user + " at " + address,
            FREE,
            "address " + address,
            FREE_OF_ADDRESS,
            "user " + user,
            FREE_OF_USER);
    Optional<Duration> wait =
        counted.keySet().stream().flatMap(one -> waiting(one).stream()).max(Duration::compareTo);
    if (wait.isPresent()) {
      return new Answer.Wait(wait.get());
    }
    // Counted before it is tried: attempts side by side are as many as attempts in a row.
    counted.forEach(this::failed);
    Optional<FlowUser> known = flows.user(user);
    if (Passwords.matches(password, known.map(FlowUser::password).orElse(""))
        && known.isPresent()) {
      counted.keySet().forEach(this::forget);
      return new Answer.Known(known.get());
    }
    return new Answer.Unknown();
  }

  private synchronized Optional<Duration> waiting(String who) {
    Tries known = tries.get(who);
    Instant now = clock.instant();
    return known != null && known.until().isAfter(now)
        ? Optional.of(Duration.between(now, known.until()))
        : Optional.empty();
  }

  private synchronized void failed(String who, int free) {
    Instant now = clock.instant();
    Tries known = tries.get(who);
    int failed = known == null || known.last().plus(FORGET).isBefore(now) ? 1 : known.failed() + 1;
    int doublings = Math.min(failed - free, 10);
    Duration wait = doublings < 0 ? Duration.ZERO : FIRST_WAIT.multipliedBy(1L << doublings);
    tries.put(
        who,
        new Tries(failed, now, now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait)));
  }

  private synchronized void forget(String who) {
    tries.remove(who);
  }
}
