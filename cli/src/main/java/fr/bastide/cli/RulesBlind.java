package fr.bastide.cli;

import fr.bastide.cli.alert.AlertFacts;
import fr.bastide.detection.AuditSetting;
import fr.bastide.detection.BlindRule;
import fr.bastide.detection.BlindRules;
import fr.bastide.detection.Rule;
import fr.bastide.detection.SourceInventory;
import fr.bastide.detection.SourceSurvey;
import fr.bastide.kernel.Language;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// Says which rules can never fire with what the logs hold, and what would wake them.
@Command(name = "blind")
final class RulesBlind implements Callable<Integer> {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Console console;

  @Option(names = "--rules", paramLabel = "builtin|DIR|FILE", defaultValue = RuleSource.BUILTIN)
  private List<String> rules = List.of(RuleSource.BUILTIN);

  @Mixin private DataFolder folder = new DataFolder();

  @Mixin private LogOptions logs = new LogOptions();

  @Option(names = "--json")
  private boolean json;

  RulesBlind(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    LogReading reading = logs.reading(console, false);
    LogFiles files = logs.files(false);
    RuleSource source = RuleSource.of(rules.stream().toList(), folder.path());
    source.tellRefusals(console);
    SourceSurvey survey = new SourceSurvey();
    reading.read(files, survey::see);
    SourceInventory inventory = survey.inventory();
    List<Rule> all = source.library().book().rules();
    List<BlindRule> blind = BlindRules.find(all, inventory);
    if (json) {
      console.out().println(JSON.writeValueAsString(object(inventory, all, blind, reading)));
    } else {
      print(inventory, all, blind, reading);
    }
    OutputClosed.check(console.out());
    return reading.exitCode(!blind.isEmpty());
  }

  private void print(
      SourceInventory inventory, List<Rule> all, List<BlindRule> blind, LogReading reading) {
    boolean french = console.language() == Language.FR;
    console.say(
        "%,d événements lus\u202f; ce qu’ils sont\u00a0:".formatted(reading.events()),
        "%,d events read; what they are:".formatted(reading.events()));
    kinds(inventory).forEach(seen -> console.out().println("    " + kind(seen, french)));
    Map<AuditSetting, Integer> waking = waking(blind);
    if (!waking.isEmpty()) {
      console.out().println();
      console.say("Ce qui réveillerait le plus de règles\u00a0:", "What would wake most rules:");
      waking.forEach((setting, count) ->
          console
              .out()
              .println(
                  "%6d  %s  (%s)"
                      .formatted(count, setting.what().in(console.language()), setting.id())));
    }
    for (BlindRule.Cause cause : BlindRule.Cause.values()) {
      List<BlindRule> these = blind.stream().filter(one -> one.cause() == cause).toList();
      if (!these.isEmpty()) {
        console.out().println();
        console.say(
            title(cause, true) + " (" + these.size() + ")",
            title(cause, false) + " (" + these.size() + ")");
        these.forEach(this::line);
      }
    }
    console.out().println();
    console.say(
        "%d règles sur %d ne peuvent pas répondre à ces journaux."
            .formatted(blind.size(), all.size()),
        "%d rules of %d cannot answer to these logs.".formatted(blind.size(), all.size()));
  }

  private void line(BlindRule one) {
    console
        .out()
        .println(
            "    %-13s %s%s"
                .formatted(
                    AlertFacts.word(one.rule().level()),
                    one.rule().title(),
                    one.rule().author().isEmpty() ? "" : " — " + one.rule().author()));
    console.out().println("                  " + one.reason().in(console.language()));
  }

  private static String title(BlindRule.Cause cause, boolean french) {
    return switch (cause) {
      case NO_SOURCE -> french ? "Aucun journal de cette sorte" : "No log of this kind";
      case NO_EVENT_ID ->
          french
              ? "Le journal est là, pas les événements attendus"
              : "The log is there, the events wanted are not";
      case NO_FIELD ->
          french
              ? "Le journal est là, pas les champs attendus"
              : "The log is there, the fields wanted are not";
    };
  }

  private static List<SourceInventory.Seen> kinds(SourceInventory inventory) {
    return inventory.seen().stream()
        .sorted(Comparator.comparingLong(SourceInventory.Seen::events).reversed())
        .toList();
  }

  private String kind(SourceInventory.Seen seen, boolean french) {
    return String.format(
        console.language().locale(),
        french ? "%,9d  %s, %d champs" : "%,9d  %s, %d fields",
        seen.events(),
        seen.logsources(),
        seen.fields().size());
  }

  /// The settings that would wake rules, those that wake most first.
  private static Map<AuditSetting, Integer> waking(List<BlindRule> blind) {
    Map<AuditSetting, Integer> counts = new LinkedHashMap<>();
    blind.forEach(one -> one.remedies().forEach(setting -> counts.merge(setting, 1, Integer::sum)));
    Map<AuditSetting, Integer> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<AuditSetting, Integer>comparingByValue()
                .reversed()
                .thenComparing(entry -> entry.getKey().id()))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  private Map<String, Object> object(
      SourceInventory inventory, List<Rule> all, List<BlindRule> blind, LogReading reading) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("events", reading.events());
    object.put("rules", all.size());
    object.put(
        "kinds",
        kinds(inventory).stream()
            .map(seen -> {
              Map<String, Object> kind = new LinkedHashMap<>();
              kind.put("logsources", seen.logsources().stream().map(Object::toString).toList());
              kind.put("events", seen.events());
              kind.put("fields", seen.fields().stream().sorted().toList());
              kind.put("event_ids", seen.eventIds().stream().sorted().toList());
              kind.put("complete", seen.complete());
              return kind;
            })
            .toList());
    object.put(
        "settings",
        waking(blind).entrySet().stream()
            .map(entry -> {
              Map<String, Object> setting = new LinkedHashMap<>();
              setting.put("id", entry.getKey().id());
              setting.put("what", entry.getKey().what().in(console.language()));
              setting.put("wakes", entry.getValue());
              return setting;
            })
            .toList());
    object.put("blind", blind.stream().map(this::object).toList());
    return object;
  }

  private Map<String, Object> object(BlindRule one) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("rule", one.rule().id());
    object.put("title", one.rule().title());
    object.put("author", one.rule().author());
    object.put("level", AlertFacts.word(one.rule().level()));
    object.put("logsource", one.logsource().toString());
    object.put("cause", AlertFacts.word(one.cause()));
    object.put("missing", one.missing());
    object.put("reason", one.reason().in(console.language()));
    object.put("settings", one.remedies().stream().map(AuditSetting::id).toList());
    return object;
  }
}
