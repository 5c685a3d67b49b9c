package fr.bastide.telemetry;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The origins met so far, each once. Safe to share between threads.
///
/// Events may name their own logsource, so the number of origins is bounded: past [#MOST], an
/// unknown one counts as [Logsource#ANY].
public final class Origins {

  /// How many origins are told apart.
  public static final int MOST = 4_096;

  private final ConcurrentMap<List<Logsource>, Origin> met = new ConcurrentHashMap<>();
  private final Origin unknown = new Origin(0, List.of(Logsource.ANY));

  /// No origins met yet but the unknown one, number 0.
  public Origins() {
    met.put(unknown.logsources(), unknown);
  }

  /// The origin of an event of which nothing is known.
  public Origin unknown() {
    return unknown;
  }

  /// The origin with these logsources; the order is kept and matters.
  public Origin of(List<Logsource> logsources) {
    Origin known = met.get(logsources);
    if (known != null) {
      return known;
    }
    synchronized (met) {
      Origin since = met.get(logsources);
      if (since != null) {
        return since;
      }
      if (met.size() >= MOST || logsources.isEmpty()) {
        return unknown;
      }
      Origin fresh = new Origin(met.size(), List.copyOf(logsources));
      met.put(fresh.logsources(), fresh);
      return fresh;
    }
  }
}
