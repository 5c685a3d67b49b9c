package fr.bastide.detection.pack;

import fr.bastide.detection.Correlation;
import fr.bastide.detection.Guidance;
import fr.bastide.detection.Level;
import fr.bastide.detection.Refusal;
import fr.bastide.detection.Rule;
import fr.bastide.detection.RuleInfo;
import fr.bastide.detection.internal.rule.PlainYaml;
import fr.bastide.detection.rule.RuleFile;
import fr.bastide.detection.rule.RuleLibrary;
import fr.bastide.kernel.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Takes the guidance of the pack's rules apart: one instruction a line, and whom to call.
final class AdviceReader {

  private AdviceReader() {}

  /// What each rule says, by its id.
  static Map<String, Advice> read(
      List<RuleFile> files, RuleLibrary library, LevelReader levels, List<Refusal> refusals)
      throws Malformed {
    Map<String, List<Contact>> own = new HashMap<>();
    for (RuleFile file : files) {
      for (Object document : PlainYaml.read(file.name(), file.bytes(), refusals::add)) {
        Node rule = new Node(file.name(), document);
        Node said = new Node(file.name(), rule.map("bastide"));
        if (said.has("call")) {
          own.put(rule.text("id"), levels.call(said));
        }
      }
    }
    Map<String, Level> known = new HashMap<>();
    Stream.concat(
            library.book().rules().stream().map(Rule::info),
            library.book().correlations().stream().map(Correlation::info))
        .forEach((RuleInfo info) -> known.put(info.id(), info.level()));
    Map<String, Advice> advice = new HashMap<>();
    for (Map.Entry<String, Guidance> entry : library.guidance().entrySet()) {
      Level level = known.getOrDefault(entry.getKey(), Level.MEDIUM);
      List<Contact> call = own.getOrDefault(entry.getKey(), levels.level(level).call());
      Guidance guidance = entry.getValue();
      advice.put(entry.getKey(), new Advice(guidance.happened(), steps(guidance.tonight()), call));
    }
    return Map.copyOf(advice);
  }

  private static List<Text> steps(Text tonight) throws Malformed {
    List<String> fr = tonight.fr().lines().toList();
    List<String> en = tonight.en().lines().toList();
    if (fr.size() != en.size()) {
      throw new Malformed(
          "tonight",
          "il faut autant d’instructions dans les deux langues",
          "both languages need as many instructions");
    }
    List<Text> steps = new ArrayList<>();
    for (int i = 0; i < fr.size(); i++) {
      steps.add(new Text(fr.get(i), en.get(i)));
    }
    return steps;
  }
}
