package fr.bastide.cli.timeline;

import fr.bastide.cli.alert.AlertFacts;
import fr.bastide.detection.Level;
import fr.bastide.detection.RuleInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

/// How many alerts: by level, over time, by machine, by tactic and technique.
final class SummarySection {

  private static final int MOST_ROWS = 15;
  private static final List<Level> GRAVEST = List.of(Level.values()).reversed();

  private final Words words;
  private final Counts counts;

  SummarySection(Words words, Story story) {
    this.words = words;
    this.counts = story.counts();
  }

  void write(Markup html) {
    if (counts.total() == 0) {
      return;
    }
    html.open("section", "aria-labelledby", "summary");
    html.leaf("h2", words.say("summary"), "id", "summary");
    levels(html);
    new Histogram(words, counts.rhythm, counts.first()).write(html);
    html.open("div", "class", "pair");
    table(html, "hosts", counts.hosts, (page, name) -> page.leaf("code", name));
    table(html, "tactics", counts.tactics, (page, name) -> page.text(words.tactic(name)));
    table(html, "techniques", counts.techniques, SummarySection::technique);
    html.end();
    html.end();
  }

  /// A technique as a link to its page.
  static void technique(Markup html, String id) {
    html.link("https://attack.mitre.org/techniques/" + id.replace('.', '/') + "/", id);
  }

  private void levels(Markup html) {
    html.open("ul", "class", "levels");
    for (Level level : GRAVEST) {
      long number = counts.of(level);
      html.open("li", "class", AlertFacts.word(level) + (number == 0 ? " nothing" : ""));
      html.leaf("b", words.number(number)).text(" ").leaf("span", words.level(level)).end();
    }
    html.end();
  }

  private void table(Markup html, String key, Tally tally, BiConsumer<Markup, String> name) {
    List<Tally.Row> rows = tally.rows();
    if (rows.isEmpty()) {
      return;
    }
    html.open("div").scroll(words.say("by." + key));
    rows(html, key, rows, name);
    html.end();
    if (rows.size() > MOST_ROWS) {
      html.leaf("p", words.count("left.rows", rows.size() - MOST_ROWS), "class", "more");
    }
    html.end();
  }

  private void rows(
      Markup html, String key, List<Tally.Row> rows, BiConsumer<Markup, String> name) {
    html.open("table").leaf("caption", words.say("by." + key));
    html.open("thead").open("tr").leaf("th", words.say("column." + key), "scope", "col");
    html.leaf("th", words.say("column.alerts"), "scope", "col", "class", "number");
    html.leaf("th", words.say("column.gravest"), "scope", "col").close().end();
    html.open("tbody");
    for (Tally.Row row : rows.subList(0, Math.min(rows.size(), MOST_ROWS))) {
      html.open("tr").open("th", "scope", "row");
      name.accept(html, row.name());
      html.close().leaf("td", words.number(row.total()), "class", "number").open("td");
      Page.level(html, words, gravest(row));
      html.close().end();
    }
    html.close().end();
  }

  private static Level gravest(Tally.Row row) {
    return GRAVEST.stream()
        .filter(level -> row.byLevel().get(level.ordinal()) > 0)
        .findFirst()
        .orElse(Level.INFORMATIONAL);
  }

  /// The rules that alerted, gravest first, then most often.
  static List<RuleInfo> ranked(Counts counts) {
    List<RuleInfo> rules = new ArrayList<>(counts.rules().values());
    rules.sort(
        Comparator.comparing(RuleInfo::level, Comparator.reverseOrder())
            .thenComparing(counts::of, Comparator.reverseOrder())
            .thenComparing(RuleInfo::title));
    return rules;
  }
}
