package fr.bastide.detection.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every rule of the pack fires on what it is for, and stays quiet on its legitimate neighbours.
class PackSamplesTest {

  private final BuiltinPack pack = BuiltinPack.get();
  private final Samples samples = pack.samples();

  @Test
  void everyRuleDoesAsItsSamplesSay() {
    SampleReport report = samples.test(pack.library());
    String failures =
        report.results().stream()
            .filter(result -> !result.passed())
            .map(result -> result.rule().title() + ": " + result.failures().getFirst().en())
            .collect(Collectors.joining("\n"));
    assertThat(failures).isEmpty();
    assertThat(report.without()).isEmpty();
    assertThat(report.passed()).isTrue();
  }

  @Test
  void wrongSamplesWouldBeSeen() {
    List<SampleSet> swapped =
        samples.sets().stream()
            .map(set ->
                new SampleSet(
                    set.rule(), /* fires= */ set.quiet(), /* quiet= */ set.fires(), set.place()))
            .toList();
    for (SampleResult result : new Samples(swapped, List.of()).test(pack.library()).results()) {
      assertThat(result.failures())
          .as(result.rule().title())
          .hasSizeGreaterThanOrEqualTo(result.cases());
    }
  }

  @Test
  void someSamplesAreLinesAsSourcesWriteThem() {
    List<String> formats =
        samples.sets().stream()
            .flatMap(set -> Stream.concat(set.fires().stream(), set.quiet().stream()))
            .flatMap(sample -> sample.events().stream())
            .filter(SampleEvent.Raw.class::isInstance)
            .map(event -> ((SampleEvent.Raw) event).format())
            .toList();
    assertThat(formats).contains("keyvalue", "access", "syslog").hasSizeGreaterThanOrEqualTo(10);
  }
}
