package fr.bastide.detection.pack;

import fr.bastide.detection.Place;
import fr.bastide.detection.Refusal;
import fr.bastide.detection.internal.rule.PlainYaml;
import fr.bastide.telemetry.Logsource;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Reads a file of samples (`samples.schema.json`).
final class SampleReader {

  static final int MOST_REPEATS = 10_000;
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private final Node root;
  private Logsource usual = Logsource.ANY;

  private SampleReader(Node root) {
    this.root = root;
  }

  /// The samples of a file; empty when it cannot be taken: then `refusals` has been told why.
  static Optional<SampleSet> read(String file, byte[] bytes, Consumer<Refusal> refusals) {
    List<Object> documents = PlainYaml.read(file, bytes, refusals);
    try {
      if (documents.size() > 1) {
        throw new Malformed("", "un seul document est attendu", "one document is expected");
      }
      if (documents.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(new SampleReader(new Node("", documents.getFirst())).set(file));
    } catch (Malformed malformed) {
      refusals.accept(new Refusal(new Place(file, 0), "", malformed.reason()));
      return Optional.empty();
    }
  }

  private SampleSet set(String file) throws Malformed {
    root.only(Set.of("rule", "logsource", "fires", "quiet"));
    usual = logsource(root, Logsource.ANY);
    return new SampleSet(root.text("rule"), cases("fires"), cases("quiet"), new Place(file, 0));
  }

  private List<SampleCase> cases(String key) throws Malformed {
    List<SampleCase> cases = new ArrayList<>();
    for (Node node : root.list(key)) {
      node.only(Set.of("say", "events"));
      List<SampleEvent> events = new ArrayList<>();
      for (Node event : node.list("events")) {
        events.add(event(event));
      }
      cases.add(new SampleCase(node.text("say"), events));
    }
    return cases;
  }

  private SampleEvent event(Node node) throws Malformed {
    node.only(Set.of("logsource", "time", "repeat", "every", "fields", "format", "raw"));
    SampleTiming timing = timing(node);
    if (node.has("raw")) {
      for (String other : List.of("fields", "logsource", "time", "every")) {
        if (node.has(other)) {
          throw node.malformed(
              "une ligne brute dit tout elle-même\u00a0: ôtez «\u00a0" + other + "\u00a0»",
              "a raw line says everything itself: take '" + other + "' away");
        }
      }
      return new SampleEvent.Raw(node.text("format"), node.text("raw"), timing);
    }
    Map<String, Object> fields = node.map("fields");
    if (fields.isEmpty()) {
      throw node.malformed("il n’y a aucun champ", "there is no field");
    }
    return new SampleEvent.Made(logsource(node, usual), fields, timing);
  }

  private static Logsource logsource(Node node, Logsource otherwise) throws Malformed {
    if (!node.has("logsource")) {
      return otherwise;
    }
    Node source = new Node(node.path("logsource"), node.map("logsource"));
    source.only(Set.of("product", "category", "service"));
    return new Logsource(
        source.optional("product"), source.optional("category"), source.optional("service"));
  }

  private static SampleTiming timing(Node node) throws Malformed {
    Optional<Instant> at = Optional.empty();
    Duration after = SampleTiming.NEXT.after();
    if (node.has("time")) {
      String time = node.text("time");
      if (time.startsWith("+")) {
        after = duration(node, time.substring(1));
      } else {
        at = Optional.of(instant(node, time));
      }
    }
    Duration every =
        node.has("every") ? duration(node, node.text("every")) : SampleTiming.NEXT.every();
    return new SampleTiming(at, after, repeat(node), every);
  }

  private static int repeat(Node node) throws Malformed {
    if (!node.has("repeat")) {
      return 1;
    }
    if (node.value("repeat") instanceof BigDecimal number
        && number.signum() > 0
        && number.compareTo(BigDecimal.valueOf(MOST_REPEATS)) <= 0
        && number.stripTrailingZeros().scale() <= 0) {
      return number.intValue();
    }
    throw node.malformed(
        "repeat est un nombre entier de 1 à " + MOST_REPEATS,
        "repeat is a whole number from 1 to " + MOST_REPEATS);
  }

  private static Instant instant(Node node, String text) throws Malformed {
    try {
      Instant instant = Instant.parse(text);
      if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
        return instant;
      }
    } catch (DateTimeException wrong) {
      // Refused below, like an instant too far away.
    }
    throw node.malformed(
        "l’instant se lit comme 2026-11-25T21:30:00Z (de 1970 à 2200), ou comme +90s",
        "the time reads like 2026-11-25T21:30:00Z (from 1970 to 2200), or like +90s");
  }

  private static Duration duration(Node node, String text) throws Malformed {
    int digits = 0;
    long number = 0;
    while (digits < text.length() && digits < 9 && Character.digit(text.charAt(digits), 10) >= 0) {
      number = 10 * number + Character.digit(text.charAt(digits++), 10);
    }
    Duration unit =
        switch (text.substring(digits)) {
          case "ms" -> Duration.ofMillis(1);
          case "s" -> Duration.ofSeconds(1);
          case "m" -> Duration.ofMinutes(1);
          case "h" -> Duration.ofHours(1);
          case "d" -> Duration.ofDays(1);
          default -> Duration.ZERO;
        };
    Duration duration = unit.multipliedBy(number);
    if (digits == 0 || unit.isZero() || duration.compareTo(LONGEST) > 0) {
      throw node.malformed(
          "une durée est un nombre et ms, s, m, h ou d, un an au plus",
          "a duration is a number and ms, s, m, h or d, one year at most");
    }
    return duration;
  }
}
