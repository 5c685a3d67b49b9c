package fr.bastide.detection.match;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.detection.Evaluation;
import fr.bastide.detection.Rule;
import fr.bastide.detection.rule.RuleFile;
import fr.bastide.detection.rule.RuleReader;
import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.JsonRecords;
import fr.bastide.telemetry.Logsource;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The detector finds what plain evaluation finds. The input is rules in YAML, a zero byte, and an
/// event in JSON.
class DetectorFuzz {

  private static final int MOST = 20_000;

  @FuzzTest(maxDuration = "60s")
  void findsWhatPlainEvaluationFinds(byte[] input) {
    int end = 0;
    while (end < input.length && input[end] != 0) {
      end++;
    }
    if (input.length > MOST || end == input.length) {
      return;
    }
    RuleFile file = new RuleFile("fuzz.yml", Arrays.copyOf(input, end));
    List<Rule> rules = new RuleReader().withRetired().readFiles(List.of(file)).book().rules();
    FieldNames names = new FieldNames();
    Origins origins = new Origins();
    EventDraft draft = new EventDraft(names, origins);
    Source source = Source.named("fuzz");
    if (!new JsonRecords(names).fill(input, end + 1, input.length, source, draft)) {
      return;
    }
    draft.origin(origins.of(List.of(new Logsource("windows", "process_creation", "security"))));
    List<Rule> expected =
        rules.stream().filter(rule -> Evaluation.matches(rule, draft.event())).toList();
    List<Rule> found = new ArrayList<>();
    new Detector(names, rules).session().match(draft.event(), found::add);
    if (!found.equals(expected)) {
      throw new AssertionError("found " + found + ", expected " + expected);
    }
  }
}
