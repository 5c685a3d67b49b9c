package fr.bastide.detection.pack;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.detection.Refusal;
import fr.bastide.detection.rule.RuleLibrary;
import fr.bastide.detection.rule.RuleReader;
import java.util.ArrayList;
import java.util.List;

/// Hostile files of samples: whatever the bytes, a set that can be tried or a refusal with a
/// reason.
class SampleReaderFuzz {

  private static final RuleLibrary RULES =
      new RuleReader()
          .readText(
              "rule",
              """
              title: A rule
              id: r1
              logsource: {category: dns}
              detection:
                selection:
                  query|endswith: .evil
                condition: selection
              """);

  @FuzzTest(maxDuration = "60s")
  void neverThrows(byte[] bytes) {
    List<Refusal> refusals = new ArrayList<>();
    var set = SampleReader.read("fuzz", bytes, refusals::add);
    set.ifPresent(samples -> new Samples(List.of(samples), List.of()).test(RULES));
    if (set.isPresent() && !refusals.isEmpty()) {
      throw new AssertionError("taken and refused");
    }
  }
}
