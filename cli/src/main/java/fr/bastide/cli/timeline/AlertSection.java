package fr.bastide.cli.timeline;

import fr.bastide.cli.alert.AlertFacts;
import fr.bastide.detection.Level;
import fr.bastide.detection.RuleInfo;
import fr.bastide.telemetry.Event;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The alerts, day by day.
final class AlertSection {

  private static final int MOST_LINKS = 60;

  private final Words words;
  private final Story story;
  private final Map<String, String> anchors;
  private final EntryBox box;

  AlertSection(Words words, Story story, Timeline timeline, Map<String, String> anchors) {
    this.words = words;
    this.story = story;
    this.anchors = anchors;
    this.box = new EntryBox(words, timeline);
  }

  void write(Markup html) {
    if (story.entries().isEmpty()) {
      return;
    }
    html.open("section", "aria-labelledby", "alerts");
    html.leaf("h2", words.say("alerts"), "id", "alerts", "tabindex", "-1");
    Map<String, List<Entry>> days = days();
    filter(html);
    links(html, days);
    int number = 0;
    for (Map.Entry<String, List<Entry>> day : days.entrySet()) {
      html.open("section", "class", "day", "id", "d" + ++number);
      long alerts = day.getValue().stream().mapToLong(AlertSection::alerts).sum();
      html.open("h3").text(day.getKey()).text(" ");
      html.leaf("small", words.count("day.alerts", alerts)).end();
      html.open("ol");
      day.getValue().forEach(entry -> entry(html, entry));
      html.close().end();
    }
    html.end();
  }

  private static long alerts(Entry entry) {
    return entry.group().isEmpty() ? entry.count() : 1;
  }

  private Map<String, List<Entry>> days() {
    Map<String, List<Entry>> days = new LinkedHashMap<>();
    for (Entry entry : story.entries()) {
      String day = entry.first() == Event.NO_TIME ? words.say("day.none") : words.day(date(entry));
      days.computeIfAbsent(day, d -> new ArrayList<>()).add(entry);
    }
    return days;
  }

  private LocalDate date(Entry entry) {
    return words.at(entry.first()).toLocalDate();
  }

  /// Shown by the script alone: without it, it would do nothing.
  private void filter(Markup html) {
    html.open("form", "id", "filter", "hidden");
    html.open("fieldset").leaf("legend", words.say("filter.levels"));
    for (Level level : List.of(Level.values()).reversed()) {
      if (story.counts().of(level) > 0) {
        html.open("label");
        html.empty("input", "type", "checkbox", "value", AlertFacts.word(level), "checked");
        html.text(" " + words.level(level)).close();
      }
    }
    html.end();
    html.open("label", "class", "search").text(words.say("filter.text"));
    html.empty("input", "type", "search", "id", "needle", "autocomplete", "off").close();
    html.leaf(
        "p",
        "",
        "id",
        "shown",
        "role",
        "status",
        "data-shown",
        words.say("filter.shown", "{shown}", "{all}"));
    html.end();
  }

  private void links(Markup html, Map<String, List<Entry>> days) {
    if (days.size() < 2) {
      return;
    }
    html.open("nav", "aria-label", words.say("days")).open("ul", "class", "days");
    int number = 0;
    for (String day : days.keySet()) {
      if (++number <= MOST_LINKS) {
        html.open("li").leaf("a", day, "href", "#d" + number).close();
      }
    }
    html.close().end();
  }

  private void entry(Markup html, Entry entry) {
    RuleInfo rule = entry.rule();
    String level = AlertFacts.word(rule.level());
    html.open("li", "class", "alert " + level, "data-level", level);
    html.open("p", "class", "when");
    time(html, entry.first());
    if (entry.last() != entry.first()) {
      html.text(" – ");
      if (words.at(entry.first()).toLocalDate().equals(words.at(entry.last()).toLocalDate())) {
        time(html, entry.last());
      } else {
        html.text(words.moment(entry.last()));
      }
    }
    html.text(" ");
    Page.level(html, words, rule.level());
    if (entry.count() > 1) {
      html.text(" ").leaf("b", "× " + words.number(entry.count()), "class", "times");
    }
    html.end();
    html.leaf("h4", rule.title()).text("\n");
    where(html, entry);
    author(html, rule);
    box.write(html, entry);
    html.end();
  }

  private void time(Markup html, long micros) {
    if (micros == Event.NO_TIME) {
      html.text(words.say("time.none"));
    } else {
      html.leaf("time", words.clock(micros), "datetime", AlertFacts.time(micros));
    }
  }

  private void where(Markup html, Entry entry) {
    if (entry.host().isEmpty() && entry.tenant().isEmpty() && entry.group().isEmpty()) {
      return;
    }
    html.open("p", "class", "where");
    if (!entry.tenant().isEmpty()) {
      html.text(words.say("entry.body")).leaf("b", entry.tenant()).text(" ");
    }
    if (!entry.host().isEmpty()) {
      html.text(words.say("entry.host")).leaf("b", entry.host());
    }
    if (!entry.group().isEmpty()) {
      html.leaf("code", entry.group());
    }
    html.end();
  }

  private void author(Markup html, RuleInfo rule) {
    html.open("p", "class", "by");
    String author = rule.author().isEmpty() ? words.say("author.none") : rule.author();
    String license = rule.license().isEmpty() ? words.say("license.none") : rule.license();
    html.text(words.say("entry.by", author, license));
    List<String> techniques = AlertFacts.techniques(rule);
    for (String technique : techniques) {
      html.text(" · ");
      SummarySection.technique(html, technique);
    }
    String anchor = anchors.get(rule.id());
    if (anchor != null) {
      html.text(" · ").leaf("a", words.say("entry.rule"), "href", "#" + anchor);
    }
    html.end();
  }
}
