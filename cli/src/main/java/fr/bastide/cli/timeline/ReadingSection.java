package fr.bastide.cli.timeline;

import fr.bastide.telemetry.Event;
import java.util.List;

/// What was read, with what, and what went wrong: all that another needs to do the same again.
final class ReadingSection {

  private static final int MOST_FILES = 5_000;
  private static final int OPEN_FILES = 12;

  private final Words words;
  private final Reading reading;

  ReadingSection(Words words, Reading reading) {
    this.words = words;
    this.reading = reading;
  }

  void write(Markup html) {
    html.open("section", "aria-labelledby", "reading");
    html.leaf("h2", words.say("reading"), "id", "reading");
    html.open("dl", "class", "fields");
    fact(html, "files", words.number(reading.files().size()));
    fact(html, "events", words.number(reading.events()));
    long first = first();
    if (first != Event.NO_TIME) {
      fact(html, "span", words.say("answer.span", words.moment(first), words.moment(last())));
    }
    fact(html, "zone", reading.zone().getId());
    RuleSet rules = reading.rules();
    fact(
        html,
        "rules",
        words.say(
            "reading.rules.counts",
            rules.name(),
            rules.rules(),
            rules.correlations(),
            rules.refused(),
            rules.retired()));
    fact(html, "version", rules.version());
    fact(html, "tool", "Bastide " + reading.version());
    fact(html, "command", String.join(" ", reading.command().stream().map(this::quoted).toList()));
    fact(html, "troubles", words.number(reading.troubled()));
    html.end();
    files(html);
    troubles(html);
    html.end();
  }

  private void fact(Markup html, String key, String value) {
    html.open("div").leaf("dt", words.say("reading." + key)).leaf("dd", value).end();
  }

  /// A word as a shell would take it.
  private String quoted(String word) {
    boolean plain =
        !word.isEmpty()
            && word.chars()
                .allMatch(c -> Character.isLetterOrDigit(c) || "-_./=,:+@%".indexOf(c) >= 0);
    return plain ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private long first() {
    return reading.files().stream()
        .mapToLong(FileRead::first)
        .filter(time -> time != Event.NO_TIME)
        .min()
        .orElse(Event.NO_TIME);
  }

  private long last() {
    return reading.files().stream().mapToLong(FileRead::last).max().orElse(Event.NO_TIME);
  }

  private void files(Markup html) {
    List<FileRead> files = reading.files();
    String[] state =
        files.size() <= OPEN_FILES ? new String[] {"open"} : new String[] {"class", "many"};
    html.open("details", state);
    html.leaf("summary", words.count("reading.list", files.size()));
    html.scroll(words.say("reading.caption")).open("table", "class", "files");
    html.leaf("caption", words.say("reading.caption")).open("thead").open("tr");
    for (String column : List.of("file", "events", "bytes", "span", "troubles")) {
      html.leaf("th", words.say("column." + column), "scope", "col");
    }
    html.close().end().open("tbody");
    files.stream().limit(MOST_FILES).forEach(file -> file(html, file));
    html.close().close().end();
    if (files.size() > MOST_FILES) {
      html.leaf("p", words.count("left.rows", files.size() - MOST_FILES), "class", "notice");
    }
    html.end();
  }

  private void file(Markup html, FileRead file) {
    html.open("tr").open("th", "scope", "row").leaf("code", file.name());
    String hash = file.sha256().isEmpty() ? words.say("file.partial") : "SHA-256 " + file.sha256();
    html.leaf("span", hash, "class", "hash").close();
    html.leaf("td", words.number(file.events()), "class", "number");
    html.leaf("td", words.number(file.bytes()), "class", "number");
    html.leaf(
        "td",
        file.first() == Event.NO_TIME
            ? words.say("time.none")
            : words.say("answer.span", words.moment(file.first()), words.moment(file.last())));
    html.leaf("td", words.number(file.troubles()), "class", "number").end();
  }

  private void troubles(Markup html) {
    if (reading.troubles().isEmpty()) {
      return;
    }
    html.open("details").leaf("summary", words.count("reading.troubled", reading.troubled()));
    html.open("ul", "class", "troubles");
    reading.troubles().forEach(line -> html.leaf("li", line));
    html.end();
    long more = reading.troubled() - reading.troubles().size();
    if (more > 0) {
      html.leaf("p", words.count("left.rows", more), "class", "notice");
    }
    html.end();
  }
}
