package fr.bastide.cli;

import fr.bastide.cli.Backtest.Outcome;
import fr.bastide.cli.alert.AlertFacts;
import fr.bastide.kernel.Language;
import fr.bastide.telemetry.Event;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Prints what a new rule would have done: for people, or as one JSON object a rule.
final class BacktestPrinter {

  private static final double DAY = 86_400e6;
  private static final int MOST_SHOWN = 5;
  private static final int MOST_DAYS = 31;

  private final Console console;
  private final LogReading logs;
  private final boolean compared;
  private final double days;

  BacktestPrinter(Console console, LogReading logs, boolean compared) {
    this.console = console;
    this.logs = logs;
    this.compared = compared;
    this.days = days(logs);
  }

  /// How many days the logs cover, without days that have no event; 0 when they tell no time.
  private static double days(LogReading logs) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (var file : logs.files()) {
      if (file.first() != Event.NO_TIME) {
        first = Math.min(first, file.first());
        last = Math.max(last, file.last());
      }
    }
    return last <= first ? 0 : Math.min((last - (double) first) / DAY, logs.days());
  }

  void json(Outcome outcome) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("rule", outcome.rule.id());
    object.put("title", outcome.rule.title());
    object.put("author", outcome.rule.author());
    object.put("level", AlertFacts.word(outcome.rule.level()));
    object.put("events", logs.events());
    object.put("days_covered", days);
    object.put("alerts", outcome.alerts);
    if (days > 0) {
      object.put("alerts_a_day", outcome.alerts / days);
      object.put("extrapolated", days < 1);
    }
    Map<String, Long> byDay = new LinkedHashMap<>();
    outcome.days.forEach((day, count) -> byDay.put(day.toString(), count));
    object.put("days", byDay);
    Map<String, Object> fields = new LinkedHashMap<>();
    outcome.values.forEach((field, counts) -> {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("distinct", counts.size());
      one.put("complete", !outcome.full.contains(field));
      Map<String, Long> top = new LinkedHashMap<>();
      top(counts).forEach(entry -> top.put(entry.getKey(), entry.getValue()));
      one.put("top", top);
      fields.put(field, one);
    });
    object.put("fields", fields);
    if (compared) {
      object.put("already_seen", outcome.alreadySeen);
      object.put("seen_by", outcome.seenBy);
    }
    object.put(
        "examples",
        outcome.examples.stream()
            .map(shown -> {
              Map<String, Object> one = new LinkedHashMap<>();
              one.put("time", AlertFacts.time(shown.time()));
              one.put("file", shown.file());
              one.put("fields", shown.fields());
              return one;
            })
            .toList());
    console.out().println(JsonMapper.shared().writeValueAsString(object));
  }

  void table(Outcome outcome) {
    console
        .out()
        .println(
            outcome.rule.title()
                + (outcome.rule.author().isEmpty() ? "" : " — " + outcome.rule.author()));
    say(
        days < 1
            ? "    %,d alertes sur %,d événements, en %.1f heures"
            : "    %,d alertes sur %,d événements, en %.1f jours qui ont des événements",
        days < 1
            ? "    %,d alerts in %,d events, over %.1f hours"
            : "    %,d alerts in %,d events, over %.1f days that have events",
        outcome.alerts,
        logs.events(),
        days < 1 ? days * 24 : days);
    if (outcome.alerts == 0) {
      return;
    }
    rate(outcome);
    outcome.days.entrySet().stream()
        .limit(MOST_DAYS)
        .forEach(day -> say("        %s  %,d", "        %s  %,d", day.getKey(), day.getValue()));
    if (outcome.days.size() > MOST_DAYS) {
      say("        … %,d autres jours", "        … %,d more days", outcome.days.size() - MOST_DAYS);
    }
    fields(outcome);
    if (compared) {
      overlap(outcome);
    }
    for (Backtest.Shown shown : outcome.examples) {
      console.out().println("    " + AlertFacts.time(shown.time()) + "  " + shown.file());
      shown
          .fields()
          .forEach((field, value) -> console.out().println("        " + field + " = " + value));
    }
  }

  private void rate(Outcome outcome) {
    if (days <= 0) {
      console.say(
          "    Les événements n’ont pas de durée\u00a0: pas d’estimation par jour.",
          "    The events span no time: no estimate a day.");
    } else if (days < 1) {
      say(
          "    Environ %.2f alertes par jour\u00a0: extrapolé, les journaux couvrent moins d’un jour.",
          "    About %.2f alerts a day: extrapolated, the logs cover less than a day.",
          outcome.alerts / days);
    } else {
      long most = outcome.days.values().stream().mapToLong(Long::longValue).max().orElse(0);
      say(
          "    Environ %.2f alertes par jour\u202f; au plus %,d en un jour.",
          "    About %.2f alerts a day; at most %,d in one day.", outcome.alerts / days, most);
    }
  }

  /// Fields that one value dominates come first: there an exception would take most alerts away.
  private void fields(Outcome outcome) {
    console.say(
        "    Par champ, le plus bruyant d’abord\u00a0:", "    By field, the noisiest first:");
    outcome.values.entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<String, Map<String, Long>> one) -> one.getValue().size() == 1)
                .thenComparing(one -> -top(one.getValue()).getFirst().getValue()))
        .forEach(field -> {
          say(
              "        %s, valeurs distinctes\u00a0: %,d",
              "        %s, distinct values: %,d", field.getKey(), field.getValue().size());
          top(field.getValue())
              .forEach(value ->
                  say(
                      "            %5.1f\u00a0%%  %,d  %s",
                      "            %5.1f %%  %,d  %s",
                      100.0 * value.getValue() / outcome.alerts,
                      value.getValue(),
                      value.getKey()));
        });
  }

  private void overlap(Outcome outcome) {
    say(
        "    Déjà vus par une autre règle\u00a0: %,d\u202f; nouveaux\u00a0: %,d",
        "    Seen by another rule already: %,d; new: %,d",
        outcome.alreadySeen,
        outcome.alerts - outcome.alreadySeen);
    top(outcome.seenBy)
        .forEach(
            other -> say("        %,d  %s", "        %,d  %s", other.getValue(), other.getKey()));
  }

  private static List<Map.Entry<String, Long>> top(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
        .limit(MOST_SHOWN)
        .toList();
  }

  private void say(String fr, String en, Object... values) {
    String pattern = console.language() == Language.FR ? fr : en;
    console.out().println(String.format(console.language().locale(), pattern, values));
  }
}
