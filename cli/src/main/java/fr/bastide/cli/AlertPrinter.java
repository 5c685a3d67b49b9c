package fr.bastide.cli;

import fr.bastide.detection.Explanation;
import fr.bastide.detection.Rule;
import fr.bastide.detection.RuleInfo;
import fr.bastide.detection.correlation.Episode;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.export.EcsWriter;
import fr.bastide.telemetry.export.OcsfWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// Prints alerts as they come: for people, or as one JSON object a line. Every form names the
/// rule's author, as the Detection Rule License asks.
final class AlertPrinter {

  /// How alerts are written.
  enum Form {
    TABLE,
    JSONL,
    ECS,
    OCSF
  }

  private static final int MOST_FIELDS = 12;
  private static final int MOST_CHARS = 200;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Console console;
  private final Form form;
  private final boolean explain;
  private final EcsWriter ecs = new EcsWriter();
  private final OcsfWriter ocsf = new OcsfWriter();

  AlertPrinter(Console console, Form form, boolean explain) {
    this.console = console;
    this.form = form;
    this.explain = explain;
  }

  /// A rule has matched an event of a file.
  void match(Rule rule, Event event, String file) {
    switch (form) {
      case TABLE -> {
        head(rule.info(), event.time());
        console.out().println("    " + where(event, file));
        fields(rule, event)
            .forEach((field, value) -> console.out().println("    " + field + " = " + value));
        if (explain) {
          console.out().println(Explanation.explain(rule, event).render(console.language()));
        }
      }
      case JSONL -> {
        Map<String, Object> alert = about(rule.info(), event.time());
        alert.put("file", file);
        event.text("Computer").ifPresent(host -> alert.put("host", host));
        alert.put("fields", fields(rule, event));
        print(alert);
      }
      case ECS -> print(with(ecs.object(event), rule.info()));
      case OCSF -> print(with(ocsf.object(event), rule.info()));
    }
  }

  /// A correlation holds, grows, or is over.
  void episode(Episode episode) {
    RuleInfo rule = episode.alert().rule();
    if (form == Form.TABLE) {
      if (episode.stage() == Episode.Stage.OPENED) {
        head(rule, episode.alert().time());
        console.out().println("    × " + episode.alert().count() + " " + group(episode));
      }
      return;
    }
    Map<String, Object> alert = about(rule, episode.alert().time());
    alert.put("episode", episode.number());
    alert.put("stage", word(episode.stage()));
    alert.put("count", episode.alert().count());
    alert.put("group", episode.alert().group());
    if (form == Form.JSONL) {
      print(alert);
    } else if (episode.stage() == Episode.Stage.OPENED && !episode.alert().events().isEmpty()) {
      Event last = episode.alert().events().getLast();
      print(with(form == Form.ECS ? ecs.object(last) : ocsf.object(last), rule));
    }
  }

  private void head(RuleInfo rule, long time) {
    console
        .out()
        .printf(
            "%-13s %s  %s%s%s%n",
            word(rule.level()),
            time(time),
            rule.title(),
            rule.author().isEmpty() ? "" : " — " + rule.author(),
            attack(rule).isEmpty() ? "" : "  [" + String.join(" ", attack(rule)) + "]");
  }

  private static String group(Episode episode) {
    return String.join("  ", episode.alert().group());
  }

  private static String where(Event event, String file) {
    return event
            .text("Computer")
            .or(() -> event.text("hostname"))
            .map(host -> host + "  ")
            .orElse("")
        + file;
  }

  private static Map<String, Object> about(RuleInfo rule, long time) {
    Map<String, Object> alert = new LinkedHashMap<>();
    alert.put("time", time(time));
    alert.put("level", word(rule.level()));
    alert.put("rule", rule.id());
    alert.put("title", rule.title());
    alert.put("author", rule.author());
    alert.put("attack", attack(rule));
    return alert;
  }

  private static Map<String, Object> with(Map<String, Object> event, RuleInfo rule) {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("id", rule.id());
    about.put("name", rule.title());
    about.put("author", List.of(rule.author()));
    about.put("license", rule.license());
    event.put("rule", about);
    return event;
  }

  /// What the rule names first, then what it asks for: those that the event has.
  private static Map<String, String> fields(Rule rule, Event event) {
    Set<String> wanted = new LinkedHashSet<>(rule.info().fields());
    wanted.addAll(rule.asked());
    Map<String, String> found = new LinkedHashMap<>();
    for (String field : wanted) {
      if (found.size() < MOST_FIELDS) {
        event.text(field).ifPresent(value -> found.put(field, shown(value)));
      }
    }
    return found;
  }

  private static String shown(String value) {
    StringBuilder text = new StringBuilder();
    value
        .codePoints()
        .limit(MOST_CHARS)
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .forEach(text::appendCodePoint);
    return text.length() < value.length() ? text.append('…').toString() : text.toString();
  }

  private static List<String> attack(RuleInfo rule) {
    List<String> techniques = new ArrayList<>();
    for (String tag : rule.tags()) {
      if (tag.startsWith("attack.t") && tag.length() > 8 && Character.isDigit(tag.charAt(8))) {
        techniques.add(tag.substring(7).toUpperCase(Locale.ROOT));
      }
    }
    return techniques;
  }

  private static String time(long micros) {
    return micros == Event.NO_TIME ? "-" : Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
  }

  private static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  private void print(Map<String, Object> object) {
    console.out().println(JSON.writeValueAsString(object));
  }
}
