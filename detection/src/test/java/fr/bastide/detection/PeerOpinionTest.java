package fr.bastide.detection;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.detection.match.Detector;
import fr.bastide.detection.rule.RuleReader;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.Taxonomy;
import fr.bastide.telemetry.evtx.EvtxReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What another engine finds in the attack recordings, against what we find: every difference has a
/// cause, and `docs/detection-peer.tsv` names it for each rule and file.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeerOpinionTest {

  private static final Path CORPUS = Path.of("../../shared/corpora/detect");
  private static final Path OPINION = CORPUS.resolve("oracle/zircolite_eas.tsv");
  private static final Path NAMED = Path.of("../docs/detection-peer.tsv");

  /// One alert: which rule, in which file, at which record.
  private record Alert(String rule, String file, String record) {}

  /// A rule in a file, and which side alone has alerts of it.
  private record Pair(String rule, String file, String side) {}

  private final FieldNames names = new FieldNames();
  private final Taxonomy taxonomy = new Taxonomy(names, new Origins());
  private final Map<String, Rule> rules = new HashMap<>();
  private final Map<String, Map<String, List<Event>>> records = new TreeMap<>();
  private final Set<String> fields = new HashSet<>();
  private final Set<Alert> ours = new HashSet<>();
  private final Set<Alert> peers = new HashSet<>();

  @BeforeAll
  void read() throws IOException {
    Assumptions.assumeTrue(
        Files.isRegularFile(OPINION),
        "skipped: no corpus at " + OPINION.toAbsolutePath().normalize());
    List<Path> live =
        Stream.of("rules", "rules-compliance", "rules-emerging-threats", "rules-threat-hunting")
            .map(CORPUS.resolve("sigma-rules")::resolve)
            .toList();
    List<Rule> all = new RuleReader().read(live).book().rules();
    all.forEach(rule -> rules.put(rule.info().id(), rule));
    Detector.Session session = new Detector(names, all).session();
    Path root = CORPUS.resolve("evtx");
    List<Path> files;
    try (Stream<Path> walk = Files.walk(root)) {
      files = walk.filter(file -> file.toString().endsWith(".evtx")).sorted().toList();
    }
    for (Path file : files) {
      String name = "evtx/" + root.relativize(file);
      try (InputStream input = Files.newInputStream(file)) {
        new EvtxReader(taxonomy)
            .read(input, Source.named(name), event -> see(event, name, session), _ -> {});
      }
    }
    for (String line : Files.readAllLines(OPINION).stream().skip(1).toList()) {
      List<String> columns = columns(line);
      peers.add(new Alert(columns.get(0), columns.get(2), columns.get(4)));
    }
  }

  private void see(Event event, String file, Detector.Session session) {
    String record = event.text("EventRecordID").orElse("");
    records
        .computeIfAbsent(file, _ -> new HashMap<>())
        .computeIfAbsent(record, _ -> new ArrayList<>())
        .add(event.keep());
    for (int i = 0; i < event.size(); i++) {
      fields.add(event.name(i));
    }
    session.match(event, rule -> ours.add(new Alert(rule.info().id(), file, record)));
  }

  @Test
  void everyDifferenceHasItsCause() throws IOException {
    Map<Pair, Set<PeerCause>> causes = new HashMap<>();
    Map<Pair, Integer> counts = new HashMap<>();
    List<Alert> unexplained = new ArrayList<>();
    for (Alert alert : differing()) {
      boolean silence = ours.contains(alert);
      Set<PeerCause> why = why(alert, silence);
      if (why.isEmpty()) {
        unexplained.add(alert);
        continue;
      }
      Pair pair = new Pair(alert.rule(), alert.file(), silence ? "ours" : "peer");
      counts.merge(pair, 1, Integer::sum);
      causes.merge(
          pair,
          why,
          (one, other) -> {
            Set<PeerCause> common = EnumSet.copyOf(one);
            common.retainAll(other);
            return common;
          });
    }
    assertThat(unexplained).isEmpty();
    List<String> table =
        causes.entrySet().stream().map(entry -> row(entry, counts)).sorted().toList();
    Path fresh = Path.of("target/detection-peer.tsv");
    Files.writeString(
        fresh, "class\tside\trule\tfile\trecords\ttitle\n" + String.join("\n", table) + "\n");
    System.out.printf(
        "peer: %d alerts agreed, %d ours alone, %d the peer's alone%n",
        ours.stream().filter(peers::contains).count(),
        ours.stream().filter(alert -> !peers.contains(alert)).count(),
        peers.stream().filter(alert -> !ours.contains(alert)).count());
    System.out.println(
        table.stream()
            .collect(Collectors.groupingBy(row -> columns(row).get(0), Collectors.counting())));
    assertThat(fresh).as("as named in the document").hasSameTextualContentAs(NAMED);
  }

  /// The models of the peer are right about what it does see: of all alerts both have, none is one
  /// that they say it cannot have.
  @Test
  void theCausesDoNotExplainTooMuch() {
    List<Alert> denied =
        ours.stream().filter(peers::contains).filter(alert -> !why(alert, true).isEmpty()).toList();
    assertThat(denied).isEmpty();
  }

  private List<Alert> differing() {
    Set<Alert> differing = new HashSet<>(ours);
    differing.addAll(peers);
    differing.removeIf(alert -> ours.contains(alert) && peers.contains(alert));
    return List.copyOf(differing);
  }

  private Set<PeerCause> why(Alert alert, boolean silence) {
    Rule rule = rules.get(alert.rule());
    Set<PeerCause> why = EnumSet.noneOf(PeerCause.class);
    if (rule == null) {
      return why;
    }
    for (Event event :
        records.getOrDefault(alert.file(), Map.of()).getOrDefault(alert.record(), List.of())) {
      if (Evaluation.matches(rule, event) == silence) {
        why.addAll(
            silence ? PeerCause.ofSilence(rule, event, fields) : PeerCause.ofNoise(rule, event));
      }
    }
    return why;
  }

  private String row(Map.Entry<Pair, Set<PeerCause>> entry, Map<Pair, Integer> counts) {
    Pair pair = entry.getKey();
    assertThat(entry.getValue()).as("one cause for all records of %s", pair).isNotEmpty();
    return String.join(
        "\t",
        entry.getValue().iterator().next().word(),
        pair.side(),
        pair.rule(),
        pair.file(),
        String.valueOf(counts.get(pair)),
        Optional.ofNullable(rules.get(pair.rule())).map(rule -> rule.info().title()).orElse(""));
  }

  private static List<String> columns(String line) {
    List<String> columns = new ArrayList<>();
    int from = 0;
    for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', from)) {
      columns.add(line.substring(from, tab));
      from = tab + 1;
    }
    columns.add(line.substring(from));
    return columns;
  }
}
