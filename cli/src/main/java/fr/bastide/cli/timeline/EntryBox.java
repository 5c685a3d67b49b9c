package fr.bastide.cli.timeline;

import fr.bastide.cli.alert.AlertFacts;
import fr.bastide.detection.Correlation;
import fr.bastide.telemetry.Event;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What stands under an alert: what matched, why, and the records.
final class EntryBox {

  private final Words words;
  private final Timeline timeline;

  EntryBox(Words words, Timeline timeline) {
    this.words = words;
    this.timeline = timeline;
  }

  void write(Markup html, Entry entry) {
    timeline
        .correlation(entry.rule().id())
        .ifPresent(correlation -> html.leaf("p", condition(correlation, entry)).text("\n"));
    List<Example> examples = entry.examples();
    if (examples.isEmpty()) {
      return;
    }
    if (!entry.group().isEmpty() || timeline.correlation(entry.rule().id()).isPresent()) {
      led(html, entry);
      return;
    }
    example(html, examples.getFirst(), entry.detailed());
    if (examples.size() > 1) {
      html.open("details");
      html.leaf("summary", words.count("entry.others", examples.size() - 1L));
      for (Example example : examples.subList(1, examples.size())) {
        html.open("div", "class", "other");
        html.open("p", "class", "when");
        time(html, example.time());
        html.end();
        example(html, example, entry.detailed());
        html.end();
      }
      html.end();
    }
  }

  /// The alerts that led to a correlation.
  private void led(Markup html, Entry entry) {
    html.open("details", "open").leaf("summary", words.count("entry.led", entry.examples().size()));
    html.open("ol", "class", "led");
    for (Example example : entry.examples()) {
      html.open("li").open("p", "class", "when");
      time(html, example.time());
      html.text(" ").leaf("b", String.join(" · ", example.rules())).end();
      example(html, example, entry.detailed());
      html.end();
    }
    html.close().end();
  }

  private void time(Markup html, long micros) {
    if (micros == Event.NO_TIME) {
      html.text(words.say("time.none"));
    } else {
      html.leaf("time", words.clock(micros), "datetime", AlertFacts.time(micros));
    }
  }

  private void example(Markup html, Example example, boolean detailed) {
    fields(html, example);
    if (!detailed) {
      return;
    }
    if (!example.explanation().isEmpty()) {
      html.open("details", "class", "why").leaf("summary", words.say("entry.why"));
      html.scroll(words.say("entry.why")).leaf("pre", example.explanation()).close().end();
    }
    html.open("details", "class", "raw");
    html.leaf("summary", words.say(example.binary() ? "entry.decoded" : "entry.record"));
    html.open("p");
    html.text(words.count("record.bytes", example.recordBytes()));
    if (!example.file().isEmpty()) {
      html.text(words.say("record.file")).leaf("code", example.file());
    }
    if (example.time() != Event.NO_TIME) {
      html.text(words.say("record.utc", AlertFacts.time(example.time())));
    }
    if (example.left() > 0) {
      html.text(words.count("record.left", example.left()));
    }
    html.end();
    html.scroll(words.say("entry.record")).leaf("pre", example.record()).close().end();
  }

  private static void fields(Markup html, Example example) {
    if (example.fields().isEmpty()) {
      return;
    }
    html.open("dl", "class", "fields");
    for (Map.Entry<String, String> field : example.fields().entrySet()) {
      html.open("div").leaf("dt", field.getKey()).leaf("dd", field.getValue()).end();
    }
    html.end();
  }

  /// What a correlation asks for, and how much there was.
  private String condition(Correlation correlation, Entry entry) {
    String kind = words.say("kind." + AlertFacts.word(correlation.kind()), correlation.field());
    String thresholds =
        correlation.thresholds().stream()
            .map(one -> sign(one) + " " + one.number().toPlainString())
            .collect(Collectors.joining(", "));
    String rules =
        correlation.rules().stream().map(timeline::title).collect(Collectors.joining(" ; "));
    String group =
        correlation.groupBy().isEmpty()
            ? ""
            : words.say("correlation.group", String.join(", ", correlation.groupBy()));
    return words.count(
        "correlation",
        entry.count(),
        kind,
        thresholds.isEmpty() ? "" : " " + thresholds,
        words.length(correlation.span()),
        rules,
        group);
  }

  private static String sign(Correlation.Threshold threshold) {
    return switch (threshold.comparison()) {
      case EQUAL -> "=";
      case UNEQUAL -> "≠";
      case LESS -> "<";
      case AT_MOST -> "≤";
      case MORE -> ">";
      case AT_LEAST -> "≥";
    };
  }
}
