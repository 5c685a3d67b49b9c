package fr.bastide.detection.pack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.detection.Refusal;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.Logsource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files of samples are read as their schema says, and refused with a reason.
class SampleReaderTest {

  private static final String GOOD =
      """
      rule: r1
      logsource: {product: windows, service: security}
      fires:
        - say: many
          events:
            - time: 2026-01-02T03:04:05Z
              repeat: 3
              every: 250ms
              fields: {User: 'agent{n}', Count: 7, Flag: true, Nothing: null, List: [a, b]}
            - time: +2m
              logsource: {category: dns}
              fields: {query: x}
      quiet:
        - say: one
          events:
            - format: syslog
              raw: '<38>Nov 25 22:10:03 web01 sshd[1]: hello'
      """;

  private static Optional<SampleSet> read(String yaml, List<Refusal> refusals) {
    return SampleReader.read("s.yaml", yaml.getBytes(StandardCharsets.UTF_8), refusals::add);
  }

  private static List<Event> events(SampleEvents maker, SampleCase sample) {
    List<Event> events = new ArrayList<>();
    for (SampleEvents.Made made : maker.of(sample)) {
      assertThat(made).isInstanceOf(SampleEvents.Made.Usable.class);
      events.add(((SampleEvents.Made.Usable) made).event());
    }
    return events;
  }

  @Test
  void readsEverything() {
    SampleSet set = read(GOOD, new ArrayList<>()).orElseThrow();
    assertThat(set.rule()).isEqualTo("r1");
    SampleEvent.Made first = (SampleEvent.Made) set.fires().getFirst().events().getFirst();
    assertThat(first.logsource()).isEqualTo(new Logsource("windows", "", "security"));
    assertThat(first.timing())
        .isEqualTo(
            new SampleTiming(
                Optional.of(Instant.parse("2026-01-02T03:04:05Z")),
                Duration.ofSeconds(1),
                3,
                Duration.ofMillis(250)));
    SampleEvent.Raw raw = (SampleEvent.Raw) set.quiet().getFirst().events().getFirst();
    assertThat(raw.format()).isEqualTo("syslog");
  }

  @Test
  void makesEventsInTime() {
    SampleSet set = read(GOOD, new ArrayList<>()).orElseThrow();
    List<Event> events = events(new SampleEvents(), set.fires().getFirst());
    assertThat(events.stream().map(event -> event.text("User").orElse("-")))
        .containsExactly("agent1", "agent2", "agent3", "-");
    long start = 1_767_323_045_000_000L;
    assertThat(events.stream().map(Event::time))
        .containsExactly(start, start + 250_000, start + 500_000, start + 120_500_000);
    assertThat(events.getFirst().text("Count")).contains("7");
    assertThat(events.getFirst().text("Nothing")).isEmpty();
    assertThat(events.getLast().origin().logsources())
        .containsExactly(new Logsource("", "dns", ""));
  }

  @Test
  void readsRawLinesAsInService() {
    SampleSet set = read(GOOD, new ArrayList<>()).orElseThrow();
    Event event = events(new SampleEvents(), set.quiet().getFirst()).getFirst();
    assertThat(event.text("program")).contains("sshd");
    assertThat(event.origin().feeds(new Logsource("linux", "", "sshd"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          rule: r1            | ruler: r1         | 'ruler' is unknown here
          say: many           | say: ''           | 'say' is a text
          repeat: 3           | repeat: 0         | repeat is a whole number
          repeat: 3           | repeat: 1.5       | repeat is a whole number
          repeat: 3           | repeat: 1000000   | repeat is a whole number
          every: 250ms        | every: 250        | a duration is a number
          every: 250ms        | every: 400d       | one year at most
          time: +2m           | time: tomorrow    | the time reads like
          2026-01-02T03       | 2026-13-02T03     | the time reads like
          2026-01-02T03       | 1601-01-02T03     | the time reads like
          2026-01-02T03       | -99999-01-02T03   | the time reads like
          fields: {query: x}  | fields: {}        | there is no field
          fields: {query: x}  | fields: none      | holds keys and values
          format: syslog      | forma: syslog     | 'forma' is unknown here
          format: syslog      | fields: {a: b}    | a raw line says everything
          format: syslog      | every: 5s         | a raw line says everything
          quiet:              | loud:             | 'loud' is unknown here
          category: dns       | kategorie: dns    | 'kategorie' is unknown here
          rule: r1            | rule: [r1         | malformed
          rule: r1            | rule: null        | 'rule' is a text
          """)
  void refusesWithAReason(String good, String bad, String reason) {
    assertThat(GOOD).contains(good);
    List<Refusal> refusals = new ArrayList<>();
    assertThat(read(GOOD.replace(good, bad), refusals)).isEmpty();
    assertThat(refusals).hasSize(1);
    assertThat(refusals.getFirst().reason().en()).contains(reason);
    assertThat(refusals.getFirst().place().file()).isEqualTo("s.yaml");
  }

  @Test
  void boundsWhatACaseMakes() {
    SampleTiming often =
        new SampleTiming(Optional.empty(), Duration.ZERO, 10_000, Duration.ofMillis(1));
    SampleEvent event =
        new SampleEvent.Made(Logsource.ANY, Map.of("a", "x".repeat(100_000)), often);
    List<SampleEvents.Made> made =
        new SampleEvents().of(new SampleCase("too much", List.of(event, event, event)));
    assertThat(made.getLast()).isInstanceOf(SampleEvents.Made.Unusable.class);
    assertThat(made).hasSizeLessThan(1_000);
  }

  @Test
  void saysWhichFormatsThereAreNot() {
    SampleEvent raw = new SampleEvent.Raw("klingon", "x", SampleTiming.NEXT);
    List<SampleEvents.Made> made = new SampleEvents().of(new SampleCase("raw", List.of(raw)));
    assertThat(made).singleElement().isInstanceOf(SampleEvents.Made.Unusable.class);
  }
}
