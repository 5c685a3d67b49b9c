package fr.bastide.detection.rule;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.detection.Evaluation;
import fr.bastide.detection.Explanation;
import fr.bastide.detection.Rule;
import fr.bastide.detection.Samples;
import fr.bastide.kernel.Language;
import fr.bastide.telemetry.Event;
import java.util.List;

/// Hostile rule files: whatever the bytes, rules or reasons; and a rule that was taken can be
/// evaluated and explained.
class RuleReaderFuzz {

  private static final int MOST_EVALUATED = 20_000;

  @FuzzTest(maxDuration = "60s")
  void neverThrows(byte[] bytes) {
    var book =
        new RuleReader().withRetired().readFiles(List.of(new RuleFile("f.yml", bytes))).book();
    if (book.rules().isEmpty() && book.correlations().isEmpty() && book.refusals().isEmpty()) {
      // A filter alone is neither; anything else needs a reason.
      return;
    }
    Event event = Samples.event("a", "b", "Image", "C:\\x.exe", "n", "5");
    for (Rule rule : book.rules()) {
      if (bytes.length < MOST_EVALUATED) {
        boolean holds = Evaluation.matches(rule, event);
        Explanation explanation = Explanation.explain(rule, event);
        if (explanation.holds() != holds) {
          throw new AssertionError("explained otherwise: " + rule);
        }
        explanation.render(Language.FR);
      }
    }
    book.refusals()
        .forEach(refusal -> {
          if (!refusal.place().file().equals("f.yml")) {
            throw new AssertionError("refused without its file: " + refusal);
          }
        });
  }
}
