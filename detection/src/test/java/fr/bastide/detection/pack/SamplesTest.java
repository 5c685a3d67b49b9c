package fr.bastide.detection.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.detection.DetectionException;
import fr.bastide.detection.rule.RuleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rules of any folder are tried on the samples that lie with them.
class SamplesTest {

  private static final String RULE =
      """
      title: A rule
      id: r1
      logsource: {category: dns}
      detection:
        selection:
          query|endswith: .evil
        condition: selection
      """;

  private static final String SAMPLES =
      """
      rule: r1
      logsource: {category: dns}
      fires:
        - say: an evil name
          events:
            - fields: {query: www.evil}
      quiet:
        - say: a good name
          events:
            - fields: {query: evil.www}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve("dns/samples"));
    Files.writeString(folder.resolve("dns/r1.yml"), RULE);
    Files.writeString(folder.resolve("dns/samples/r1.yaml"), SAMPLES);
  }

  private SampleReport test() {
    return Samples.test(folder, new RuleReader());
  }

  @Test
  void passesWhenAllIsWell() {
    SampleReport report = test();
    assertThat(report.passed()).isTrue();
    assertThat(report.results()).singleElement().matches(result -> result.cases() == 2);
    assertThat(report.without()).isEmpty();
  }

  @Test
  void explainsWhatWentWrong() throws IOException {
    Files.writeString(folder.resolve("dns/r1.yml"), RULE.replace(".evil", ".bad"));
    SampleReport report = test();
    assertThat(report.passed()).isFalse();
    assertThat(report.results().getFirst().failures())
        .singleElement()
        .satisfies(failure -> {
          assertThat(failure.en()).contains("'an evil name' should have fired", "www.evil");
          assertThat(failure.fr()).contains("an evil name", "devait déclencher", "www.evil");
        });
  }

  @Test
  void tellsRulesWithoutSamplesAndSamplesWithoutRule() throws IOException {
    Files.writeString(folder.resolve("r2.yml"), RULE.replace("r1", "r2"));
    Files.writeString(
        folder.resolve("dns/samples/r3.yaml"), SAMPLES.replace("rule: r1", "rule: r3"));
    SampleReport report = test();
    assertThat(report.without()).singleElement().matches(info -> info.id().equals("r2"));
    assertThat(report.refusals()).singleElement().matches(refusal -> refusal.title().equals("r3"));
    assertThat(report.passed()).isFalse();
  }

  @Test
  void tellsWhatCannotBeRead() throws IOException {
    Files.writeString(folder.resolve("dns/samples/r1.yaml"), "rule: [");
    assertThat(test().refusals()).hasSize(1);
    assertThat(Samples.read(folder).sets()).isEmpty();
  }

  @Test
  void refusesWhatIsNotThere() {
    assertThatThrownBy(() -> Samples.read(folder.resolve("none")))
        .isInstanceOf(DetectionException.class);
    assertThatThrownBy(() -> Samples.test(folder.resolve("none"), new RuleReader()))
        .isInstanceOf(DetectionException.class);
  }
}
