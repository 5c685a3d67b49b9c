package fr.bastide.cli;

import fr.bastide.cli.alert.AlertFacts;
import fr.bastide.detection.rule.RuleLibrary;
import fr.bastide.detection.surge.Strike;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Prints strikes: one alert each, with what each body saw.
final class StrikePrinter {

  private final Console console;
  private final AlertPrinter.Form form;
  private final Map<String, String> titles = new HashMap<>();

  StrikePrinter(Console console, AlertPrinter.Form form, RuleLibrary library) {
    this.console = console;
    this.form = form;
    library.book().rules().forEach(r -> titles.put(r.info().id(), r.info().title()));
    library.book().correlations().forEach(c -> titles.put(c.info().id(), c.info().title()));
  }

  void print(Strike strike) {
    if (form == AlertPrinter.Form.JSONL) {
      console.out().println(JsonMapper.shared().writeValueAsString(object(strike)));
    } else if (form == AlertPrinter.Form.TABLE) {
      table(strike);
    }
    OutputClosed.check(console.out());
  }

  private void table(Strike strike) {
    boolean address = strike.kind() == Strike.Kind.ADDRESS;
    String who = AlertFacts.shown(address ? strike.striker() : title(strike.striker()), 200);
    String head =
        "%-13s %s  ".formatted(AlertFacts.word(strike.level()), AlertFacts.time(strike.since()));
    int bodies = strike.shares().size();
    console.say(
        head
            + (address
                ? "L’adresse %s frappe %d organismes".formatted(who, bodies)
                : "«\u00a0%s\u00a0» chez %d organismes".formatted(who, bodies)),
        head
            + (address
                ? "Address %s strikes %d bodies".formatted(who, bodies)
                : "\"%s\" at %d bodies".formatted(who, bodies)));
    for (Strike.Share share : strike.shares()) {
      String body = AlertFacts.shown(share.tenant(), 200);
      String rules = String.join("\u202f; ", share.rules().stream().map(this::title).toList());
      console.say(
          "    %s\u00a0: %d %s, %s"
              .formatted(body, share.alerts(), share.alerts() < 2 ? "alerte" : "alertes", rules),
          "    %s: %d %s, %s"
              .formatted(body, share.alerts(), share.alerts() == 1 ? "alert" : "alerts", rules));
    }
  }

  private String title(String id) {
    return titles.getOrDefault(id, id);
  }

  private Map<String, Object> object(Strike strike) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("strike", strike.number());
    object.put("kind", AlertFacts.word(strike.kind()));
    object.put("striker", strike.striker());
    object.put("level", AlertFacts.word(strike.level()));
    object.put("since", AlertFacts.time(strike.since()));
    object.put("last", AlertFacts.time(strike.last()));
    List<Map<String, Object>> bodies =
        strike.shares().stream()
            .map(share -> {
              Map<String, Object> body = new LinkedHashMap<>();
              body.put("tenant", share.tenant());
              body.put("level", AlertFacts.word(share.level()));
              body.put("alerts", share.alerts());
              body.put("events", share.events());
              body.put("since", AlertFacts.time(share.since()));
              body.put("last", AlertFacts.time(share.last()));
              body.put("rules", share.rules());
              body.put("titles", share.rules().stream().map(this::title).toList());
              return body;
            })
            .toList();
    object.put("bodies", bodies);
    return object;
  }
}
