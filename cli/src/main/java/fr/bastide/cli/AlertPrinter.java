package fr.bastide.cli;

import fr.bastide.cli.alert.AlertFacts;
import fr.bastide.cli.alert.AlertSink;
import fr.bastide.detection.EventHost;
import fr.bastide.detection.Explanation;
import fr.bastide.detection.Rule;
import fr.bastide.detection.RuleInfo;
import fr.bastide.detection.correlation.Episode;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.export.EcsWriter;
import fr.bastide.telemetry.export.OcsfWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Prints alerts as they come: for people, or as one JSON object a line. Every form names the
/// rule's author, as the Detection Rule License asks.
final class AlertPrinter implements AlertSink {

  /// How alerts are written.
  enum Form {
    TABLE,
    JSONL,
    ECS,
    OCSF,
    STIX
  }

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

  @Override
  public void match(Rule rule, Event event, String file) {
    switch (form) {
      case TABLE -> {
        head(rule.info(), event.time());
        console.out().println("    " + where(event, file));
        AlertFacts.fields(rule, event, MOST_CHARS)
            .forEach((field, value) -> console.out().println("    " + field + " = " + value));
        if (explain) {
          console.out().println(Explanation.explain(rule, event).render(console.language()));
        }
      }
      case JSONL -> {
        Map<String, Object> alert = about(rule.info(), event.time());
        alert.put("file", file);
        tenant(event.source().tenant(), alert);
        EventHost.of(event).ifPresent(host -> alert.put("host", host));
        alert.put("fields", AlertFacts.fields(rule, event, MOST_CHARS));
        print(alert);
      }
      case ECS -> print(with(ecs.object(event), rule.info()));
      case OCSF -> print(with(ocsf.object(event), rule.info()));
      case STIX -> throw new IllegalStateException("a bundle is written whole, at the end");
    }
    OutputClosed.check(console.out());
  }

  @Override
  public void episode(Episode episode) {
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
    alert.put("stage", AlertFacts.word(episode.stage()));
    alert.put("count", episode.alert().count());
    alert.put("group", episode.alert().group());
    tenant(episode.alert().tenant(), alert);
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
            AlertFacts.word(rule.level()),
            AlertFacts.time(time),
            rule.title(),
            rule.author().isEmpty() ? "" : " — " + rule.author(),
            AlertFacts.techniques(rule).isEmpty()
                ? ""
                : "  [" + String.join(" ", AlertFacts.techniques(rule)) + "]");
  }

  private static void tenant(String tenant, Map<String, Object> alert) {
    if (!tenant.isEmpty()) {
      alert.put("tenant", tenant);
    }
  }

  private static String group(Episode episode) {
    return AlertFacts.shown(String.join("  ", episode.alert().group()), MOST_CHARS);
  }

  private static String where(Event event, String file) {
    return EventHost.of(event).map(host -> AlertFacts.shown(host, MOST_CHARS) + "  ").orElse("")
        + file;
  }

  private static Map<String, Object> about(RuleInfo rule, long time) {
    Map<String, Object> alert = new LinkedHashMap<>();
    alert.put("time", AlertFacts.time(time));
    alert.put("level", AlertFacts.word(rule.level()));
    alert.put("rule", rule.id());
    alert.put("title", rule.title());
    alert.put("author", rule.author());
    alert.put("attack", AlertFacts.techniques(rule));
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

  private void print(Map<String, Object> object) {
    console.out().println(JSON.writeValueAsString(object));
  }
}
