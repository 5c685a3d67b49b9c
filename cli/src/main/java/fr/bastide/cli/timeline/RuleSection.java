package fr.bastide.cli.timeline;

import fr.bastide.cli.alert.AlertFacts;
import fr.bastide.detection.Guidance;
import fr.bastide.detection.RuleInfo;
import fr.bastide.detection.rule.RuleLibrary;
import java.util.List;
import java.util.Map;

/// The rules that alerted: whose they are, what they look for, what to do.
final class RuleSection {

  private static final int MOST_RULES = 500;

  private final Words words;
  private final Counts counts;
  private final RuleLibrary library;
  private final Map<String, String> anchors;

  RuleSection(Words words, Counts counts, RuleLibrary library, Map<String, String> anchors) {
    this.words = words;
    this.counts = counts;
    this.library = library;
    this.anchors = anchors;
  }

  void write(Markup html) {
    List<RuleInfo> rules = SummarySection.ranked(counts);
    if (rules.isEmpty()) {
      return;
    }
    html.open("section", "aria-labelledby", "rules");
    html.leaf("h2", words.say("rules"), "id", "rules");
    rules.stream().limit(MOST_RULES).forEach(rule -> rule(html, rule));
    if (rules.size() > MOST_RULES) {
      html.leaf("p", words.count("left.rows", rules.size() - MOST_RULES), "class", "notice");
    }
    html.end();
  }

  private void rule(Markup html, RuleInfo rule) {
    html.open("article", "class", "rule", "id", anchors.getOrDefault(rule.id(), ""));
    html.open("h3");
    Page.level(html, words, rule.level());
    html.text(" ").text(rule.title()).end();
    html.leaf("p", words.count("rule.alerts", counts.of(rule))).text("\n");
    Guidance guidance = library.guidance().get(rule.id());
    if (guidance != null) {
      html.leaf("p", guidance.happened().in(words.language()), "class", "plain").text("\n");
      html.leaf("p", words.say("rule.tonight"), "class", "tonight").open("ul");
      guidance
          .tonight()
          .in(words.language())
          .lines()
          .filter(line -> !line.isBlank())
          .forEach(line -> html.leaf("li", line));
      html.end();
    }
    html.open("details").leaf("summary", words.say("rule.details"));
    if (!rule.description().isEmpty()) {
      html.leaf("p", rule.description(), "lang", "en");
    }
    facts(html, rule);
    html.close().end();
  }

  private void facts(Markup html, RuleInfo rule) {
    html.open("dl", "class", "fields");
    fact(html, "author", rule.author().isEmpty() ? words.say("author.none") : rule.author());
    fact(html, "license", rule.license().isEmpty() ? words.say("license.none") : rule.license());
    fact(html, "id", rule.id());
    fact(html, "status", rule.status());
    fact(html, "date", rule.date());
    fact(html, "modified", rule.modified());
    fact(html, "place", rule.place().toString());
    fact(
        html,
        "attack",
        String.join(", ", AlertFacts.tactics(rule).stream().map(words::tactic).toList())
            + " "
            + String.join(" ", AlertFacts.techniques(rule)));
    fact(html, "mistaken", String.join(" ; ", rule.falsePositives()));
    if (!rule.references().isEmpty()) {
      html.open("div").leaf("dt", words.say("rule.references")).open("dd");
      for (String reference : rule.references()) {
        html.link(reference, reference).text(" ");
      }
      html.close().end();
    }
    html.end();
  }

  private void fact(Markup html, String key, String value) {
    if (!value.isBlank()) {
      html.open("div").leaf("dt", words.say("rule." + key)).leaf("dd", value).end();
    }
  }
}
