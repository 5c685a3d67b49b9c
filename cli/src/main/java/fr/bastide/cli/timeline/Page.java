package fr.bastide.cli.timeline;

import fr.bastide.cli.alert.AlertFacts;
import fr.bastide.detection.Level;
import fr.bastide.detection.RuleInfo;
import fr.bastide.telemetry.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes the page: the answer first, the summary, the alerts by day, the rules, what was read.
final class Page {

  private final Words words;
  private final Reading reading;
  private final Story story;
  private final Timeline timeline;

  Page(Words words, Reading reading, Story story, Timeline timeline) {
    this.words = words;
    this.reading = reading;
    this.story = story;
    this.timeline = timeline;
  }

  void write(Markup html) {
    html.empty("!DOCTYPE html");
    html.open("html", "lang", words.language().tag());
    head(html);
    html.open("body");
    html.leaf("a", words.say("skip"), "class", "skip", "href", "#alerts").text("\n");
    top(html);
    html.open("main", "id", "main");
    answer(html);
    new SummarySection(words, story).write(html);
    if (!story.strikes().isEmpty()) {
      new StrikeSection(words, story.strikes(), timeline).write(html);
    }
    Map<String, String> anchors = anchors();
    new AlertSection(words, story, timeline, anchors).write(html);
    new RuleSection(words, story.counts(), timeline.library(), anchors).write(html);
    new ReadingSection(words, reading).write(html);
    html.end();
    foot(html);
    html.open("script").resource(Resources.SCRIPT).end();
    html.close().end();
  }

  private void head(Markup html) {
    html.open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", Resources.POLICY);
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "referrer", "content", "no-referrer");
    html.empty("meta", "name", "generator", "content", "Bastide " + reading.version());
    html.leaf("title", words.say("title") + " – Bastide");
    html.open("style").resource(Resources.STYLE).close();
    html.end();
  }

  private void top(Markup html) {
    html.open("header", "class", "top");
    html.leaf("p", "Bastide", "class", "brand");
    html.leaf("p", words.say("made", words.moment(reading.made()), words.zone().getId()));
    html.end();
  }

  private void answer(Markup html) {
    Counts counts = story.counts();
    html.leaf("h1", words.say("title"));
    html.open("p", "class", "answer");
    if (counts.total() == 0) {
      html.text(words.say("answer.none", words.number(reading.events())));
      html.end();
      return;
    }
    html.text(words.count("answer.alerts", counts.total()));
    long grave = counts.of(Level.CRITICAL) + counts.of(Level.HIGH);
    if (grave > 0) {
      html.text(words.count("answer.grave", grave));
    }
    if (counts.hosts.size() > 0) {
      html.text(words.count("answer.hosts", counts.hosts.size()));
    }
    html.text(".");
    html.end();
    if (counts.first() != Event.NO_TIME) {
      html.leaf(
              "p",
              words.say("answer.span", words.moment(counts.first()), words.moment(counts.last())))
          .text("\n");
    }
    leftOut(html);
  }

  private void leftOut(Markup html) {
    List<String> missing = new ArrayList<>();
    story
        .leftOut()
        .forEach(
            (level, alerts) -> missing.add(words.count("left.level", alerts, words.level(level))));
    if (!missing.isEmpty()) {
      html.leaf("p", words.say("left.alerts", String.join(", ", missing)), "class", "notice");
    }
    if (story.bare() > 0) {
      html.leaf("p", words.count("left.details", story.bare()), "class", "notice");
    }
  }

  /// The anchors of the rules, by id.
  private Map<String, String> anchors() {
    Map<String, String> anchors = new HashMap<>();
    for (RuleInfo rule : story.counts().rules().values()) {
      anchors.put(rule.id(), "r" + (anchors.size() + 1));
    }
    return anchors;
  }

  private void foot(Markup html) {
    html.open("footer");
    html.leaf("p", words.say("foot", reading.version()));
    html.leaf("p", words.say("foot.evidence"));
    html.end();
  }

  /// The level as a word in a box, with a class for its colour.
  static void level(Markup html, Words words, Level level) {
    html.leaf("span", words.level(level), "class", "level " + AlertFacts.word(level));
  }
}
