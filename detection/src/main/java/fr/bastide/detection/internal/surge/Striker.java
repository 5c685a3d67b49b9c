package fr.bastide.detection.internal.surge;

import fr.bastide.detection.Alert;
import fr.bastide.detection.Level;
import fr.bastide.detection.surge.Strike;
import fr.bastide.detection.surge.Strike.Share;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An address or a rule, and which bodies it has struck within the window.
final class Striker {

  private static final int MOST_RULES = 16;

  /// The number of the strike that is open, 0 when none is.
  long strike;

  long last = Long.MIN_VALUE;

  private final Map<String, Share> shares = new LinkedHashMap<>();

  int bodies() {
    return shares.size();
  }

  /// Adds an alert; whether its body is a new one.
  boolean add(Alert alert, long time) {
    last = Math.max(last, time);
    String tenant = alert.tenant();
    Share before = shares.get(tenant);
    String rule = alert.rule().id();
    if (before == null) {
      Share first =
          new Share(tenant, alert.rule().level(), 1, alert.count(), time, time, List.of(rule));
      shares.put(tenant, first);
      return true;
    }
    List<String> rules = before.rules();
    if (rules.size() < MOST_RULES && !rules.contains(rule)) {
      rules = new ArrayList<>(rules);
      rules.add(rule);
    }
    shares.put(
        tenant,
        new Share(
            tenant,
            higher(before.level(), alert.rule().level()),
            before.alerts() + 1,
            before.events() + alert.count(),
            Math.min(before.since(), time),
            Math.max(before.last(), time),
            rules));
    return false;
  }

  /// Forgets the bodies that were last struck before a time; while no strike is open only.
  void forgetBefore(long time) {
    Iterator<Share> each = shares.values().iterator();
    while (each.hasNext()) {
      if (each.next().last() < time) {
        each.remove();
      }
    }
  }

  Strike strike(Strike.Stage stage, Strike.Kind kind, String name) {
    Level level = Level.INFORMATIONAL;
    long since = Long.MAX_VALUE;
    for (Share share : shares.values()) {
      level = higher(level, share.level());
      since = Math.min(since, share.since());
    }
    return new Strike(strike, stage, kind, name, level, since, last, List.copyOf(shares.values()));
  }

  private static Level higher(Level one, Level other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  void save(DataOutputStream out) throws IOException {
    out.writeLong(strike);
    out.writeLong(last);
    out.writeInt(shares.size());
    for (Share share : shares.values()) {
      SavedState.text(out, share.tenant());
      SavedState.text(out, share.level().name());
      out.writeLong(share.alerts());
      out.writeLong(share.events());
      out.writeLong(share.since());
      out.writeLong(share.last());
      out.writeInt(share.rules().size());
      for (String rule : share.rules()) {
        SavedState.text(out, rule);
      }
    }
  }

  void restore(DataInputStream in) throws IOException {
    strike = in.readLong();
    last = in.readLong();
    for (int i = SavedState.size(in, Integer.MAX_VALUE); i > 0; i--) {
      String tenant = SavedState.text(in);
      Level level = level(SavedState.text(in));
      long alerts = in.readLong();
      long events = in.readLong();
      long since = in.readLong();
      long until = in.readLong();
      List<String> rules = new ArrayList<>();
      for (int k = SavedState.size(in, MOST_RULES); k > 0; k--) {
        rules.add(SavedState.text(in));
      }
      shares.put(tenant, new Share(tenant, level, alerts, events, since, until, rules));
    }
  }

  private static Level level(String name) {
    for (Level level : Level.values()) {
      if (level.name().equals(name)) {
        return level;
      }
    }
    throw SavedState.damaged();
  }
}
