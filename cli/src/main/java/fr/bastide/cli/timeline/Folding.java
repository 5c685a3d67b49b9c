package fr.bastide.cli.timeline;

import fr.bastide.telemetry.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts entries in order, makes one of those that follow each other closely, and decides which are
/// shown with all details.
final class Folding {

  private static final long CLOSE = 3_600_000_000L;
  private static final long DAY = 24 * CLOSE;

  /// About how many characters of explanations and records a page has.
  private static final long MOST_DETAILS = 8_000_000;

  private record Key(String rule, String tenant, String host) {}

  private Folding() {}

  static List<Entry> fold(List<Entry> all) {
    List<Entry> sorted = new ArrayList<>(all);
    sorted.sort(
        Comparator.<Entry>comparingLong(
                entry -> entry.first() == Event.NO_TIME ? Long.MAX_VALUE : entry.first())
            .thenComparing(entry -> entry.rule().level(), Comparator.reverseOrder())
            .thenComparing(entry -> entry.rule().title()));
    List<Entry> folded = new ArrayList<>();
    Map<Key, Entry> open = new HashMap<>();
    for (Entry entry : sorted) {
      Key key = new Key(entry.rule().id(), entry.tenant(), entry.host());
      Entry before = open.get(key);
      if (before != null && entry.group().isEmpty() && follows(before, entry)) {
        before.join(entry);
      } else {
        folded.add(entry);
        if (entry.group().isEmpty()) {
          open.put(key, entry);
        }
      }
    }
    weigh(folded);
    return folded;
  }

  /// Soon after the last, and not over more than a day in all.
  private static boolean follows(Entry before, Entry next) {
    return before.first() != Event.NO_TIME
        && next.first() != Event.NO_TIME
        && next.first() - before.last() <= CLOSE
        && next.last() - before.first() <= DAY;
  }

  /// The gravest keep their details.
  private static void weigh(List<Entry> entries) {
    long left = MOST_DETAILS;
    List<Entry> gravest = new ArrayList<>(entries);
    gravest.sort(
        Comparator.comparing((Entry entry) -> entry.rule().level(), Comparator.reverseOrder()));
    for (Entry entry : gravest) {
      left -= entry.weight();
      if (left < 0) {
        entry.withoutDetails();
      }
    }
  }
}
