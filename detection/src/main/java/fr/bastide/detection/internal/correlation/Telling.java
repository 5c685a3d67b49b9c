package fr.bastide.detection.internal.correlation;

import fr.bastide.detection.Alert;
import fr.bastide.detection.correlation.Episode;
import fr.bastide.detection.correlation.Episodes;
import fr.bastide.telemetry.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Opens, extends and ends the episodes of groups and tells of them.
final class Telling {

  /// The time of events when none of their tenant ever told one.
  static final long UNTIMED = 0;

  private final Episodes episodes;
  private final int evidencePerAlert;
  private final Evidence evidence;
  private long numbers;

  Telling(Episodes episodes, int evidencePerAlert, Evidence evidence) {
    this.episodes = episodes;
    this.evidencePerAlert = evidencePerAlert;
    this.evidence = evidence;
  }

  long numbers() {
    return numbers;
  }

  void numbers(long used) {
    numbers = used;
  }

  /// Whether a window that holds goes on with the episode that is open: its event is then not among
  /// those that may open another, and needs no evidence.
  boolean extended(Plan plan, Group group, Windows windows) {
    return group.episode != 0 && windows.anchor <= group.high + plan.span;
  }

  /// A window holds; whether that opens an episode.
  boolean held(Plan plan, Group group, Windows windows, Event event) {
    if (!extended(plan, group, windows)) {
      end(plan, group);
      group.episode = ++numbers;
      group.low = windows.anchor;
      group.high = windows.anchor;
      group.count = (long) windows.last - windows.first;
      group.told = group.count;
      group.evidence = pick(plan, group, windows.first, windows.last);
      tell(plan, group, Episode.Stage.OPENED, event);
      return true;
    }
    group.low = Math.min(group.low, windows.anchor);
    group.high = Math.max(group.high, windows.anchor);
    group.count++;
    if (group.count >= 2 * group.told) {
      group.told = group.count;
      tell(plan, group, Episode.Stage.GROWN, event);
    }
    return false;
  }

  /// Ends the group's episode, if one is open.
  void end(Plan plan, Group group) {
    if (group.episode != 0) {
      tell(plan, group, Episode.Stage.ENDED, null);
      group.episode = 0;
      group.evidence = new long[0];
    }
  }

  private void tell(Plan plan, Group group, Episode.Stage stage, @Nullable Event latest) {
    List<Event> events = new ArrayList<>();
    for (long number : group.evidence) {
      Event event = evidence.get(number);
      if (event != null) {
        events.add(event);
      }
    }
    boolean fresh = stage == Episode.Stage.GROWN || events.isEmpty();
    if (latest != null && fresh && evidencePerAlert > 0) {
      events.add(latest.keep());
    }
    List<String> names = plan.correlation.groupBy();
    Alert alert =
        new Alert(
            plan.correlation.info(),
            group.lane.tenant,
            shown(group.high),
            events,
            group.count,
            Keys.words(group.shown, names));
    episodes.tell(new Episode(group.episode, stage, shown(group.low), alert));
  }

  private static long shown(long time) {
    return time == UNTIMED ? Event.NO_TIME : time;
  }

  /// The numbers of the events to show, in the order of their times: for temporal kinds the last of
  /// each rule first, then the last ones.
  private long[] pick(Plan plan, Group group, int from, int to) {
    int most = Math.min(evidencePerAlert, to - from);
    boolean[] picked = new boolean[to - from];
    int count = 0;
    if (plan.temporal) {
      boolean[] seen = new boolean[plan.correlation.rules().size()];
      for (int i = to - 1; i >= from && count < most; i--) {
        if (!seen[(int) group.value(i)]) {
          seen[(int) group.value(i)] = true;
          picked[i - from] = true;
          count++;
        }
      }
    }
    for (int i = to - 1; i >= from && count < most; i--) {
      count += picked[i - from] ? 0 : 1;
      picked[i - from] = true;
    }
    long[] numbersPicked = new long[count];
    int at = 0;
    for (int i = from; i < to; i++) {
      long number = group.evidence(i);
      boolean again = at > 0 && numbersPicked[at - 1] == number;
      if (picked[i - from] && number != Evidence.NONE && !again) {
        numbersPicked[at++] = number;
      }
    }
    return Arrays.copyOf(numbersPicked, at);
  }
}
