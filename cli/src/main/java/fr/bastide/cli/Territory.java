package fr.bastide.cli;

import fr.bastide.cli.alert.AlertSink;
import fr.bastide.detection.Alert;
import fr.bastide.detection.Rule;
import fr.bastide.detection.RuleInfo;
import fr.bastide.detection.correlation.Episode;
import fr.bastide.detection.surge.Strike;
import fr.bastide.detection.surge.TerritoryLimits;
import fr.bastide.detection.surge.TerritoryWatch;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.Troubles;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Holds the alerts of many bodies back until all logs are read, so that one striker at many bodies
/// is told once. Bounded: alerts beyond 100,000, or 64 million characters, are printed as they
/// come.
final class Territory implements AlertSink {

  private static final int MOST_HELD = 100_000;
  private static final long MOST_CHARS = 64L << 20;
  private static final int MOST_FED = 300_000;

  /// One alert: what the watch needs, and its text.
  private record Held(Alert alert, String address, String text) {}

  private final TerritoryLimits limits = TerritoryLimits.standard();
  private final Console console;
  private final StringWriter buffer = new StringWriter();
  private final AlertPrinter printer;
  private final boolean merging;
  private final List<Held> held = new ArrayList<>();
  private final Map<Long, Strike> strikes = new HashMap<>();
  private long chars;

  /// @param merging whether alerts are held back and told by the strike
  Territory(Console console, AlertPrinter.Form form, boolean explain, boolean merging) {
    this.console = console;
    this.merging = merging;
    Console aside = new Console(new PrintWriter(buffer), console.err(), console.language());
    this.printer = new AlertPrinter(merging ? aside : console, form, explain);
  }

  @Override
  public void match(Rule rule, Event event, String file) {
    printer.match(rule, event, file);
    String address = "";
    List<String> group = List.of();
    for (String field : limits.fields()) {
      String found = event.text(field).map(String::strip).orElse("");
      if (!found.isEmpty()) {
        address = found;
        group = List.of(field + "=" + found);
        break;
      }
    }
    hold(rule.info(), event.source().tenant(), event.time(), 1, group, address);
  }

  @Override
  public void episode(Episode episode) {
    printer.episode(episode);
    Alert alert = episode.alert();
    if (episode.stage() != Episode.Stage.OPENED) {
      keep(new Held(without(alert), address(alert.group()), text()));
      return;
    }
    hold(
        alert.rule(),
        alert.tenant(),
        alert.time(),
        alert.count(),
        alert.group(),
        address(alert.group()));
  }

  private void hold(
      RuleInfo rule, String tenant, long time, long count, List<String> group, String address) {
    if (held.size() < MOST_FED) {
      keep(new Held(new Alert(rule, tenant, time, List.of(), count, group), address, text()));
    } else {
      console.out().print(text());
    }
  }

  private static Alert without(Alert alert) {
    return new Alert(alert.rule(), alert.tenant(), alert.time(), List.of(), 0, alert.group());
  }

  private void keep(Held one) {
    boolean room = held.size() < MOST_HELD && chars + one.text().length() < MOST_CHARS;
    if (room) {
      chars += one.text().length();
      held.add(one);
    } else {
      console.out().print(one.text());
      OutputClosed.check(console.out());
      held.add(new Held(one.alert(), one.address(), ""));
    }
  }

  private String text() {
    if (!merging) {
      return "";
    }
    String text = buffer.toString();
    buffer.getBuffer().setLength(0);
    return text;
  }

  private String address(List<String> group) {
    for (String field : limits.fields()) {
      for (String word : group) {
        if (word.startsWith(field + "=")) {
          return word.substring(field.length() + 1).strip();
        }
      }
    }
    return "";
  }

  /// Finds the strikes: alerts go to the watch in the order of time, whatever the files' order.
  List<Strike> find(Troubles troubles) {
    TerritoryWatch watch =
        new TerritoryWatch(limits, strike -> strikes.put(strike.number(), strike), troubles);
    List<Alert> alerts =
        held.stream()
            .map(Held::alert)
            .filter(alert -> alert.count() > 0 && alert.time() != Event.NO_TIME)
            .sorted(Comparator.comparingLong(Alert::time))
            .toList();
    alerts.forEach(watch::accept);
    if (!alerts.isEmpty()) {
      watch.advance(alerts.getLast().time() + 2 * limits.window().toNanos() / 1_000);
    }
    return strikes.values().stream()
        .sorted(Comparator.comparingLong(Strike::since).thenComparing(Strike::number))
        .toList();
  }

  /// Prints what belongs to no strike.
  void release() {
    for (Held one : held) {
      if (!one.text().isEmpty() && strikes.values().stream().noneMatch(s -> within(one, s))) {
        console.out().print(one.text());
        OutputClosed.check(console.out());
      }
    }
    console.out().flush();
  }

  private static boolean within(Held one, Strike strike) {
    boolean striker =
        switch (strike.kind()) {
          case ADDRESS -> strike.striker().equalsIgnoreCase(one.address());
          case RULE -> strike.striker().equals(one.alert().rule().id());
        };
    long time = one.alert().time();
    return striker
        && strike.shares().stream()
            .anyMatch(share ->
                share.tenant().equals(one.alert().tenant())
                    && (one.alert().count() == 0 || share.since() <= time && time <= share.last()));
  }
}
