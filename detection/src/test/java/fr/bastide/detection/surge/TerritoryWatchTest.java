package fr.bastide.detection.surge;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.detection.Alert;
import fr.bastide.detection.Level;
import fr.bastide.detection.Place;
import fr.bastide.detection.RuleInfo;
import fr.bastide.telemetry.Trouble;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TerritoryWatchTest {

  private static final long MINUTE = 60_000_000L;

  private final List<Strike> told = new ArrayList<>();
  private final List<Trouble> troubles = new ArrayList<>();
  private final TerritoryWatch watch = watch();

  private TerritoryWatch watch() {
    return new TerritoryWatch(TerritoryLimits.standard(), told::add, troubles::add);
  }

  private static Alert alert(String tenant, String rule, long minute, String address) {
    Level level = rule.equals("spray") ? Level.HIGH : Level.LOW;
    RuleInfo info =
        new RuleInfo(
            rule,
            "",
            rule,
            "",
            "",
            level,
            "",
            "",
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new Place("t.yml", 1));
    List<String> group = address.isEmpty() ? List.of() : List.of("SourceIp=" + address);
    return new Alert(info, tenant, minute * MINUTE, List.of(), 10, group);
  }

  @Test
  void oneAddressAtManyBodiesIsOneStrike() {
    for (int i = 0; i < 40; i++) {
      watch.accept(alert("commune-" + i, i % 2 == 0 ? "spray" : "scan", i, "203.0.113.7"));
      watch.accept(alert("commune-" + i, "scan", i, "203.0.113.7"));
    }
    assertThat(told).extracting(Strike::number).containsOnly(1L);
    assertThat(told).hasSize(38);
    Strike last = told.getLast();
    assertThat(last.stage()).isEqualTo(Strike.Stage.SPREAD);
    assertThat(last.kind()).isEqualTo(Strike.Kind.ADDRESS);
    assertThat(last.level()).isEqualTo(Level.HIGH);
    assertThat(last.shares()).hasSize(40);
    watch.advance(200 * MINUTE);
    assertThat(told.getLast().stage()).isEqualTo(Strike.Stage.ENDED);
  }

  @Test
  void aBodySeesItsOwnShareAndNameOfNobodyElse() {
    for (int i = 0; i < 5; i++) {
      watch.accept(alert("commune-" + i, "spray", i, "203.0.113.7"));
    }
    Strike strike = told.getLast();
    Strike.OwnView view = strike.seenBy("commune-3").orElseThrow();
    assertThat(view.share().since()).isEqualTo(3 * MINUTE);
    assertThat(view.toString())
        .contains("commune-3")
        .doesNotContain("commune-0", "commune-1", "commune-2", "commune-4");
    assertThat(strike.seenBy("commune-9")).isEmpty();
  }

  @Test
  void twoBodiesOrAlertsFarApartAreNoStrike() {
    watch.accept(alert("a", "spray", 0, "203.0.113.7"));
    watch.accept(alert("b", "spray", 50, "203.0.113.7"));
    watch.accept(alert("c", "spray", 100, "203.0.113.7"));
    watch.accept(alert("a", "spray", 200, "127.0.0.1"));
    assertThat(told).isEmpty();
  }

  @Test
  void manyAddressesWithOneRuleAreAStrikeByRule() {
    for (int i = 0; i < 6; i++) {
      watch.accept(alert("commune-" + i, "spray", i, "198.51.100." + i));
    }
    assertThat(told).hasSize(2);
    assertThat(told.getFirst().kind()).isEqualTo(Strike.Kind.RULE);
    assertThat(told.getFirst().striker()).isEqualTo("spray");
  }

  @Test
  void goesOnFromASavedStateAsIfNeverStopped() throws IOException {
    List<Strike> parts = new ArrayList<>();
    TerritoryWatch stopped =
        new TerritoryWatch(TerritoryLimits.standard(), parts::add, troubles::add);
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 3_000; i++) {
      Alert alert =
          alert(
              "t" + random.nextInt(8),
              random.nextBoolean() ? "spray" : "scan",
              i + random.nextInt(30),
              random.nextInt(4) == 0 ? "" : "192.0.2." + random.nextInt(40));
      watch.accept(alert);
      stopped.accept(alert);
      if (i % 50 == 0) {
        watch.advance(i * MINUTE);
        stopped.advance(i * MINUTE);
        ByteArrayOutputStream state = new ByteArrayOutputStream();
        stopped.save(state);
        stopped = new TerritoryWatch(TerritoryLimits.standard(), parts::add, troubles::add);
        stopped.restore(new ByteArrayInputStream(state.toByteArray()));
      }
    }
    assertThat(parts).isNotEmpty().isEqualTo(told);
  }

  @Test
  void strikersAreBounded() {
    TerritoryLimits standard = TerritoryLimits.standard();
    TerritoryWatch small =
        new TerritoryWatch(
            new TerritoryLimits(standard.fields(), standard.window(), 3, 5, 10),
            told::add,
            troubles::add);
    for (int i = 0; i < 10_000; i++) {
      small.accept(alert("t" + i % 3, "r" + i, 0, "a" + i));
    }
    assertThat(troubles).hasSize(5);
    assertThat(told).isEmpty();
  }
}
