package fr.bastide.detection.correlation;

import static fr.bastide.detection.correlation.Samples.SECOND;
import static fr.bastide.detection.correlation.Samples.atLeast;
import static fr.bastide.detection.correlation.Samples.correlation;
import static fr.bastide.detection.correlation.Samples.rule;
import static fr.bastide.detection.correlation.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.detection.Correlation;
import fr.bastide.detection.Correlation.Kind;
import fr.bastide.detection.DetectionException;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.Trouble;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CorrelatorTest {

  private static final Correlation BRUTE_FORCE =
      with(
          correlation("brute", Kind.EVENT_COUNT, List.of("fail"), List.of("user"), 60, ""),
          atLeast("3"));
  private static final Correlation SUCCESS =
      correlation(
          "success", Kind.TEMPORAL_ORDERED, List.of("brute", "ok"), List.of("user"), 60, "");

  private final Samples samples = new Samples();
  private final List<Episode> told = new ArrayList<>();
  private final List<Trouble> troubles = new ArrayList<>();

  private Correlator correlator(Bounds bounds, Correlation... correlations) {
    return new Correlator(
        samples.names, samples.origins, List.of(correlations), bounds, told::add, troubles::add);
  }

  private Correlator correlator(Correlation... correlations) {
    return correlator(Bounds.standard(), correlations);
  }

  private void match(Correlator to, String rule, int second, String... fields) {
    to.match(samples.event("albi", second * SECOND, fields), List.of(rule(rule)));
  }

  private List<String> stages() {
    return told.stream().map(e -> e.alert().rule().id() + " " + e.stage()).toList();
  }

  @Test
  void opensWhenTheCountIsReachedAndShowsTheEvents() {
    Correlator correlator = correlator(BRUTE_FORCE);
    for (int second = 100; second < 103; second++) {
      match(correlator, "fail", second, "user", "Ana", "host", "pc" + second);
    }
    assertThat(stages()).containsExactly("brute OPENED");
    Episode episode = told.getFirst();
    assertThat(episode.alert().count()).isEqualTo(3);
    assertThat(episode.alert().time()).isEqualTo(102 * SECOND);
    assertThat(episode.alert().group()).containsExactly("user=Ana");
    assertThat(episode.alert().events())
        .extracting(event -> event.text("host").orElseThrow())
        .containsExactly("pc100", "pc101", "pc102");
  }

  @Test
  void windowsSlideOverEveryBoundaryAndIncludeBothEnds() {
    Correlator correlator = correlator(BRUTE_FORCE);
    match(correlator, "fail", 3_570, "user", "a");
    match(correlator, "fail", 3_600, "user", "a");
    match(correlator, "fail", 3_630, "user", "a");
    match(correlator, "fail", 7_200, "user", "b");
    match(correlator, "fail", 7_230, "user", "b");
    match(correlator, "fail", 7_261, "user", "b");
    assertThat(stages()).containsExactly("brute OPENED");
  }

  @Test
  void tellsAnEpisodeOnceThenWhenItHasDoubledThenItsEnd() {
    Correlator correlator = correlator(BRUTE_FORCE);
    for (int second = 0; second < 100; second++) {
      match(correlator, "fail", 1_000 + second, "user", "a");
    }
    match(correlator, "fail", 9_000, "user", "a");
    assertThat(stages())
        .containsExactly(
            "brute OPENED",
            "brute GROWN",
            "brute GROWN",
            "brute GROWN",
            "brute GROWN",
            "brute GROWN",
            "brute ENDED");
    assertThat(told).extracting(Episode::number).containsOnly(1L);
    assertThat(told.getLast().alert().count()).isEqualTo(100);
    assertThat(told.getLast().since()).isEqualTo(1_002 * SECOND);
    assertThat(told.getLast().alert().time()).isEqualTo(1_099 * SECOND);
  }

  @Test
  void aLateEventCanCompleteAWindowWithinTheLatenessOnly() {
    Correlator correlator =
        correlator(Bounds.standard().withLateness(Duration.ofMinutes(2)), BRUTE_FORCE);
    match(correlator, "fail", 1_000, "user", "a");
    match(correlator, "fail", 1_010, "user", "a");
    match(correlator, "fail", 1_100, "user", "a");
    match(correlator, "fail", 900, "user", "a");
    assertThat(correlator.load().late()).isEqualTo(1);
    match(correlator, "fail", 1_005, "user", "a");
    assertThat(stages()).containsExactly("brute OPENED");
    assertThat(told.getFirst().alert().time()).isEqualTo(1_010 * SECOND);
    assertThat(troubles).hasSize(1);
  }

  @Test
  void neverMixesTenantsAndToldGroupsApartWithoutRegardToCase() {
    Correlator correlator = correlator(BRUTE_FORCE);
    for (int i = 0; i < 2; i++) {
      correlator.match(samples.event("albi", SECOND, "user", "É" + i), List.of(rule("fail")));
      correlator.match(samples.event("rodez", SECOND, "user", "é0"), List.of(rule("fail")));
    }
    correlator.match(samples.event("albi", SECOND, "user", "é0"), List.of(rule("fail")));
    assertThat(told).isEmpty();
    correlator.match(samples.event("albi", SECOND, "user", "é0"), List.of(rule("fail")));
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().alert().tenant()).isEqualTo("albi");
    assertThat(told.getFirst().alert().group()).containsExactly("user=É0");
  }

  @Test
  void anAbsentFieldIsInNoGroupAndNullIsInOneOfItsOwn() {
    Correlator correlator = correlator(BRUTE_FORCE);
    for (int i = 0; i < 5; i++) {
      match(correlator, "fail", i, "host", "pc");
    }
    assertThat(told).isEmpty();
    assertThat(correlator.load().ungrouped()).isEqualTo(5);
    for (int i = 0; i < 3; i++) {
      match(correlator, "fail", i, "user", "null");
    }
    assertThat(told.getFirst().alert().group()).containsExactly("user=null");
  }

  @Test
  void eventsWithoutTimeCountAsTheyArrive() {
    Correlator correlator = correlator(BRUTE_FORCE);
    for (int i = 0; i < 3; i++) {
      correlator.match(samples.event("", Event.NO_TIME, "user", "a"), List.of(rule("fail")));
    }
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().alert().time()).isEqualTo(Event.NO_TIME);
  }

  @Test
  void aCorrelationOfCorrelationsFollowsTheLastWindowThatHolds() {
    Correlator correlator = correlator(BRUTE_FORCE, SUCCESS);
    for (int second = 0; second < 600; second += 10) {
      match(correlator, "fail", second, "user", "a");
    }
    match(correlator, "ok", 610, "user", "b");
    match(correlator, "ok", 620, "user", "a");
    assertThat(stages()).contains("success OPENED");
    assertThat(told.getLast().alert().time()).isEqualTo(620 * SECOND);
    assertThat(correlator.alone("brute")).isFalse();
    assertThat(correlator.alone("success")).isTrue();
    assertThat(correlator.alone("fail")).isFalse();
    correlator.replace(List.of(Samples.generating(BRUTE_FORCE), SUCCESS));
    assertThat(correlator.alone("fail")).isTrue();
  }

  @Test
  void orderMattersOnlyWhereItIsAskedFor() {
    Correlation ordered =
        correlation("seq", Kind.TEMPORAL_ORDERED, List.of("a", "b", "c"), List.of(), 60, "");
    Correlation any = correlation("any", Kind.TEMPORAL, List.of("a", "b", "c"), List.of(), 60, "");
    Correlator correlator = correlator(ordered, any);
    match(correlator, "c", 1);
    match(correlator, "b", 2);
    match(correlator, "a", 3);
    assertThat(stages()).containsExactly("any OPENED");
    match(correlator, "b", 4);
    match(correlator, "c", 4);
    assertThat(stages()).containsExactly("any OPENED", "seq OPENED");
  }

  @Test
  void aliasesNameTheFieldOfEachRule() {
    Correlation plain =
        correlation("flow", Kind.TEMPORAL, List.of("a", "b"), List.of("ip"), 60, "");
    Correlation aliased =
        new Correlation(
            plain.info(),
            plain.kind(),
            plain.rules(),
            plain.groupBy(),
            Map.of("ip", Map.of("a", "destination.ip", "b", "source.ip")),
            plain.span(),
            "",
            50,
            List.of(),
            false);
    Correlator correlator = correlator(aliased);
    match(correlator, "a", 1, "destination.ip", "10.0.0.1", "source.ip", "10.0.0.2");
    match(correlator, "b", 2, "destination.ip", "10.0.0.1", "source.ip", "10.0.0.3");
    assertThat(told).isEmpty();
    match(correlator, "b", 3, "destination.ip", "10.0.0.9", "source.ip", "10.0.0.1");
    assertThat(told.getFirst().alert().group()).containsExactly("ip=10.0.0.1");
  }

  @Test
  void anEventThatSeveralRulesMatchCountsOnce() {
    Correlation both =
        with(
            correlation("both", Kind.EVENT_COUNT, List.of("a", "b"), List.of(), 60, ""),
            atLeast("3"));
    Correlator correlator = correlator(both);
    for (int i = 0; i < 2; i++) {
      correlator.match(samples.event("", i, "x", "y"), List.of(rule("b"), rule("a")));
    }
    assertThat(told).isEmpty();
  }

  @Test
  void circlesAreRefusedAndChangeNothing() {
    Correlation one = correlation("one", Kind.TEMPORAL, List.of("two"), List.of(), 60, "");
    Correlation two = correlation("two", Kind.TEMPORAL, List.of("one"), List.of(), 60, "");
    Correlator correlator = correlator(BRUTE_FORCE);
    assertThatThrownBy(() -> correlator.replace(List.of(one, two)))
        .isInstanceOf(DetectionException.class);
    for (int i = 0; i < 3; i++) {
      match(correlator, "fail", i, "user", "a");
    }
    assertThat(told).hasSize(1);
  }

  @Test
  void aHostileStreamOfGroupsStaysBoundedAndSpendsItsOwnRoom() {
    Bounds bounds = new Bounds(Duration.ofMinutes(1), 1_000, 100, 5_000, 0, 0);
    Correlator correlator = correlator(bounds, BRUTE_FORCE);
    correlator.match(samples.event("quiet", 0, "user", "a"), List.of(rule("fail")));
    correlator.match(samples.event("quiet", 0, "user", "a"), List.of(rule("fail")));
    for (int i = 0; i < 20_000; i++) {
      correlator.match(samples.event("loud", i, "user", "u" + i), List.of(rule("fail")));
    }
    assertThat(correlator.load().groups()).isEqualTo(1_000);
    assertThat(correlator.load().evicted()).isEqualTo(20_001 - 1_000);
    assertThat(troubles).hasSize(5).last().asString().contains("10000");
    correlator.match(samples.event("quiet", 0, "user", "a"), List.of(rule("fail")));
    assertThat(stages()).containsExactly("brute OPENED");
  }

  @Test
  void aFullTemporalGroupForgetsRepetitionsFirst() {
    Bounds bounds = new Bounds(Duration.ofMinutes(1), 10, 50, 500, 5, 1 << 20);
    Correlator correlator =
        correlator(
            bounds, correlation("any", Kind.TEMPORAL, List.of("a", "b", "c"), List.of(), 900, ""));
    match(correlator, "a", 0);
    for (int i = 0; i < 10_000; i++) {
      correlator.match(samples.event("albi", SECOND + i, "x", "y"), List.of(rule("b")));
    }
    assertThat(correlator.load().cut()).isPositive();
    match(correlator, "c", 2);
    assertThat(stages()).containsExactly("any OPENED");
  }

  @Test
  void aWrongClockDoesNotMakeRightOnesLateForEver() {
    Correlator correlator = correlator(BRUTE_FORCE);
    match(correlator, "fail", 2_000_000_000, "user", "a");
    for (int i = 0; i < 30; i++) {
      match(correlator, "fail", i, "user", "a");
    }
    assertThat(stages()).contains("brute OPENED");
    assertThat(correlator.load().restarted()).isEqualTo(1);
    correlator.advance(1_000 * SECOND);
    match(correlator, "fail", 2_000_000_000, "user", "b");
    match(correlator, "fail", 1_001, "user", "b");
    match(correlator, "fail", 1_002, "user", "b");
    assertThat(told.getLast().alert().group()).containsExactly("user=b");
  }

  @Test
  void advancingEndsWhatIsOverAndLetsGo() {
    Correlator correlator = correlator(BRUTE_FORCE);
    for (int i = 0; i < 3; i++) {
      match(correlator, "fail", i, "user", "a");
    }
    correlator.advance(100 * SECOND);
    assertThat(stages()).containsExactly("brute OPENED");
    correlator.advance(1_000 * SECOND);
    assertThat(stages()).containsExactly("brute OPENED", "brute ENDED");
    assertThat(correlator.load().groups()).isZero();
    assertThat(correlator.load().events()).isZero();
  }

  @Test
  void changedCorrelationsBeginAnewAndOthersKeepTheirWindows() {
    Correlator correlator = correlator(BRUTE_FORCE, SUCCESS);
    match(correlator, "fail", 0, "user", "a");
    match(correlator, "fail", 1, "user", "a");
    correlator.replace(List.of(BRUTE_FORCE));
    match(correlator, "fail", 2, "user", "a");
    assertThat(stages()).containsExactly("brute OPENED");
    correlator.replace(List.of(with(BRUTE_FORCE, atLeast("2"))));
    assertThat(stages()).containsExactly("brute OPENED", "brute ENDED");
    match(correlator, "fail", 3, "user", "a");
    assertThat(told).hasSize(2);
  }

  @Test
  void refusesOtherVersionsAndDamagedStates() throws IOException {
    Correlator correlator = correlator(BRUTE_FORCE);
    for (int i = 0; i < 50; i++) {
      match(correlator, "fail", i, "user", "u" + i % 7, "long", "x".repeat(i));
    }
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    correlator.save(output);
    byte[] state = output.toByteArray();
    correlator.restore(new ByteArrayInputStream(state));
    for (int i = 0; i < state.length; i++) {
      byte[] damaged = state.clone();
      damaged[i] ^= 1;
      assertThatThrownBy(() -> correlator.restore(new ByteArrayInputStream(damaged)))
          .isInstanceOf(DetectionException.class);
    }
    for (int length = 0; length < state.length; length += 13) {
      ByteArrayInputStream cut = new ByteArrayInputStream(state, 0, length);
      assertThatThrownBy(() -> correlator.restore(cut)).isInstanceOf(DetectionException.class);
    }
    state[11] = 9;
    assertThatThrownBy(() -> correlator.restore(new ByteArrayInputStream(state)))
        .hasMessageContaining("another version");
  }
}
