package fr.bastide.cli;

import fr.bastide.cli.alert.AlertFacts;
import fr.bastide.detection.surge.Surge;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// Prints surges: those that begin within an hour at three bodies or more are one wave, told once.
final class SurgePrinter {

  private static final long HOUR = 3_600_000_000L;
  private static final int BODIES = 3;

  private final Console console;
  private final AlertPrinter.Form form;

  SurgePrinter(Console console, AlertPrinter.Form form) {
    this.console = console;
    this.form = form;
  }

  /// Prints them, in the order in which they began.
  ///
  /// @return how many alerts that is
  int print(List<Surge> surges) {
    int alerts = 0;
    for (int from = 0; from < surges.size(); ) {
      int to = from + 1;
      while (to < surges.size() && surges.get(to).since() - surges.get(to - 1).since() <= HOUR) {
        to++;
      }
      List<Surge> together = surges.subList(from, to);
      if (together.stream().map(Surge::tenant).distinct().count() >= BODIES) {
        wave(together);
        alerts++;
      } else {
        together.forEach(surge -> one(surge, ""));
        alerts += together.size();
      }
      from = to;
    }
    OutputClosed.check(console.out());
    return alerts;
  }

  private void wave(List<Surge> surges) {
    Map<String, Surge> bodies = new TreeMap<>();
    for (Surge surge : surges) {
      bodies.merge(surge.tenant(), surge, (a, b) -> b.factor() > a.factor() ? b : a);
    }
    if (form == AlertPrinter.Form.JSONL) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("wave", bodies.size());
      object.put("since", AlertFacts.time(surges.getFirst().since()));
      object.put("surges", surges.stream().map(SurgePrinter::object).toList());
      console.out().println(JsonMapper.shared().writeValueAsString(object));
      return;
    }
    String since = AlertFacts.time(surges.getFirst().since());
    console.say(
        "%s  Une même vague chez %d organismes".formatted(since, bodies.size()),
        "%s  One wave at %d bodies".formatted(since, bodies.size()));
    surges.forEach(surge -> one(surge, "    "));
  }

  private void one(Surge surge, String indent) {
    if (form == AlertPrinter.Form.JSONL) {
      console.out().println(JsonMapper.shared().writeValueAsString(object(surge)));
      return;
    }
    String body = surge.tenant().isEmpty() ? "" : surge.tenant() + "  ";
    console
        .out()
        .println(
            indent
                + AlertFacts.time(surge.since())
                + "  "
                + AlertFacts.shown(body + surge.source(), 200));
    console.out().println(indent + "    " + surge.words().in(console.language()));
  }

  private static Map<String, Object> object(Surge surge) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("surge", surge.number());
    if (!surge.tenant().isEmpty()) {
      object.put("tenant", surge.tenant());
    }
    object.put("source", surge.source());
    object.put("since", AlertFacts.time(surge.since()));
    object.put("until", AlertFacts.time(surge.until()));
    object.put("usual", surge.usual());
    object.put("seen", surge.seen());
    object.put("factor", surge.factor());
    object.put("over", surge.stage() == Surge.Stage.ENDED);
    return object;
  }
}
