package fr.bastide.cli.timeline;

import fr.bastide.cli.alert.AlertFacts;
import fr.bastide.cli.alert.AlertSink;
import fr.bastide.detection.Correlation;
import fr.bastide.detection.Evaluation;
import fr.bastide.detection.EventHost;
import fr.bastide.detection.Level;
import fr.bastide.detection.Rule;
import fr.bastide.detection.RuleInfo;
import fr.bastide.detection.correlation.Episode;
import fr.bastide.detection.rule.RuleLibrary;
import fr.bastide.detection.surge.Strike;
import fr.bastide.kernel.Language;
import fr.bastide.telemetry.Event;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Gathers alerts and writes them as one HTML page: an investigator's timeline. Bounded memory and
/// a bounded page; what is left out is counted and said on the page.
public final class Timeline implements AlertSink {

  private static final int MOST_ENTRIES = 2_000;
  private static final long HOUR = 3_600_000_000L;

  /// What makes alerts one entry.
  private record Key(String rule, String tenant, String host, long hour) {}

  private final Language language;
  private final Examples examples;
  private final Map<String, Rule> rules = new HashMap<>();
  private final Map<String, Correlation> correlations = new HashMap<>();
  private final RuleLibrary library;
  private final Map<Level, LinkedHashMap<Object, Entry>> entries = new EnumMap<>(Level.class);
  private final Map<Level, Long> leftOut = new EnumMap<>(Level.class);
  private final Set<Long> opened = new HashSet<>();
  private final Counts counts = new Counts();
  private List<Strike> strikes = List.of();

  /// An empty timeline for alerts of these rules.
  public Timeline(RuleLibrary library, Language language) {
    this.library = library;
    this.language = language;
    this.examples = new Examples(language);
    library.book().rules().forEach(rule -> rules.put(rule.info().id(), rule));
    library.book().correlations().forEach(one -> correlations.put(one.info().id(), one));
    for (Level level : Level.values()) {
      entries.put(level, new LinkedHashMap<>());
    }
  }

  @Override
  public void match(Rule rule, Event event, String file) {
    RuleInfo info = rule.info();
    String host = EventHost.of(event).map(name -> AlertFacts.shown(name, 200)).orElse("");
    counts.add(info, host, event.time());
    long hour = event.time() == Event.NO_TIME ? Event.NO_TIME : Math.floorDiv(event.time(), HOUR);
    String tenant = event.source().tenant();
    Key key = new Key(info.id(), tenant, host, hour);
    Entry entry = entries(info.level()).get(key);
    if (entry == null) {
      if (!room(info.level())) {
        leaveOut(info.level(), 1);
        return;
      }
      entry = Entry.run(info, tenant, host, event.time());
      entries(info.level()).put(key, entry);
    }
    entry.add(event.time());
    if (entry.wantsExample()) {
      entry.show(examples.of(rule, event, file));
    }
  }

  @Override
  public void episode(Episode episode) {
    RuleInfo info = episode.alert().rule();
    Map<Object, Entry> here = entries(info.level());
    if (episode.stage() == Episode.Stage.OPENED) {
      counts.add(info, "", episode.since());
      if (!room(info.level())) {
        leaveOut(info.level(), 1);
        return;
      }
      opened.add(episode.number());
    } else if (!opened.contains(episode.number()) || !here.containsKey(episode.number())) {
      return;
    }
    String group = AlertFacts.shown(String.join("  ", episode.alert().group()), 600);
    Entry entry =
        Entry.episode(
            info,
            episode.alert().tenant(),
            group,
            episode.since(),
            episode.alert().time(),
            episode.alert().count());
    List<Rule> candidates = under(info.id());
    for (Event event : episode.alert().events()) {
      List<Rule> matched =
          candidates.stream().filter(rule -> Evaluation.matches(rule, event)).toList();
      entry.lead(examples.leading(matched, event));
    }
    here.put(episode.number(), entry);
  }

  /// Tells of strikers at many bodies: each stands once, at the head.
  public void strikes(List<Strike> found) {
    strikes = List.copyOf(found);
  }

  /// Writes the page.
  ///
  /// @throws java.io.UncheckedIOException when the writer fails
  public void write(Writer writer, Reading reading) {
    List<Entry> all = new ArrayList<>();
    entries.values().forEach(level -> all.addAll(level.values()));
    Story story = new Story(Folding.fold(all), counts, leftOut, strikes);
    new Page(new Words(language, reading.zone()), reading, story, this).write(new Markup(writer));
  }

  Optional<Correlation> correlation(String id) {
    return Optional.ofNullable(correlations.get(id));
  }

  String title(String id) {
    Rule rule = rules.get(id);
    if (rule != null) {
      return rule.info().title();
    }
    return correlation(id).map(one -> one.info().title()).orElse(id);
  }

  RuleLibrary library() {
    return library;
  }

  private LinkedHashMap<Object, Entry> entries(Level level) {
    return entries.computeIfAbsent(level, l -> new LinkedHashMap<>());
  }

  /// The rules that a correlation looks at, through other correlations too.
  private List<Rule> under(String id) {
    List<Rule> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(id));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (seen.add(next)) {
        Rule rule = rules.get(next);
        if (rule != null) {
          found.add(rule);
        }
        correlation(next).ifPresent(one -> open.addAll(one.rules()));
      }
    }
    return found;
  }

  /// Whether another entry of this level has its place: at need one of a lower level leaves.
  private boolean room(Level level) {
    int size = entries.values().stream().mapToInt(Map::size).sum();
    if (size < MOST_ENTRIES) {
      return true;
    }
    for (Level lower : Level.values()) {
      if (lower.compareTo(level) >= 0) {
        return false;
      }
      Map.Entry<Object, Entry> gone = entries(lower).pollLastEntry();
      if (gone != null) {
        leaveOut(lower, alerts(gone.getValue()));
        return true;
      }
    }
    return false;
  }

  private static long alerts(Entry entry) {
    return entry.group().isEmpty() ? entry.count() : 1;
  }

  private void leaveOut(Level level, long alerts) {
    leftOut.merge(level, alerts, Long::sum);
  }
}
