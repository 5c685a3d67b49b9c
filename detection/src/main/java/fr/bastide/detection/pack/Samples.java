package fr.bastide.detection.pack;

import fr.bastide.detection.Correlation;
import fr.bastide.detection.DetectionException;
import fr.bastide.detection.Place;
import fr.bastide.detection.Refusal;
import fr.bastide.detection.Rule;
import fr.bastide.detection.RuleBook;
import fr.bastide.detection.RuleInfo;
import fr.bastide.detection.rule.RuleFile;
import fr.bastide.detection.rule.RuleLibrary;
import fr.bastide.detection.rule.RuleReader;
import fr.bastide.kernel.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Samples of rules: events that must fire them and events that must not, in the format of
/// `samples.schema.json`, and the trial of rules on them by plain evaluation.
///
/// In a folder of rules, every YAML file that stands below a folder named `samples` holds samples.
///
/// @param sets one for each file that could be taken
/// @param refusals the files that could not, and why
public record Samples(List<SampleSet> sets, List<Refusal> refusals) {

  /// The name of the folders whose files hold samples.
  public static final String FOLDER = "samples";

  public Samples {
    sets = List.copyOf(sets);
    refusals = List.copyOf(refusals);
  }

  /// Reads the samples of files whose content is at hand.
  public static Samples readFiles(List<RuleFile> files) {
    List<SampleSet> sets = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    for (RuleFile file : files) {
      SampleReader.read(file.name(), file.bytes(), refusals::add).ifPresent(sets::add);
    }
    return new Samples(sets, refusals);
  }

  /// Reads the samples of a folder of rules.
  ///
  /// @throws DetectionException when there is no such folder
  public static Samples read(Path folder) {
    return readFolder(SampleFolder.of(folder));
  }

  /// Reads a folder of rules with its samples and tries each rule on its own.
  ///
  /// @param reader how the rules are read, with the placeholders they need
  /// @throws DetectionException when there is no such folder
  public static SampleReport test(Path folder, RuleReader reader) {
    if (!Files.isDirectory(folder)) {
      return readFolder(new SampleFolder(List.of(), List.of(), List.of()))
          .test(reader.read(folder));
    }
    SampleFolder found = SampleFolder.of(folder);
    return readFolder(found).test(reader.readFiles(found.rules()));
  }

  private static Samples readFolder(SampleFolder found) {
    Samples read = readFiles(found.samples());
    return new Samples(
        read.sets(), Stream.concat(found.refusals().stream(), read.refusals().stream()).toList());
  }

  /// Tries rules and correlations on these samples.
  public SampleReport test(RuleLibrary library) {
    RuleBook book = library.book();
    Map<String, Rule> rules = byId(book.rules(), Rule::info);
    Map<String, Correlation> correlations = byId(book.correlations(), Correlation::info);
    CorrelationTrial trial = new CorrelationTrial(book);
    List<SampleResult> results = new ArrayList<>();
    List<Refusal> refused = new ArrayList<>(book.refusals());
    refused.addAll(refusals);
    Set<String> tried = new HashSet<>();
    for (SampleSet set : sets) {
      Rule rule = rules.get(set.rule());
      Correlation correlation = correlations.get(set.rule());
      tried.add(set.rule());
      if (rule != null) {
        results.add(SampleTrial.of(rule, set));
      } else if (correlation != null) {
        results.add(SampleTrial.of(correlation, trial, set));
      } else {
        refused.add(unknown(set));
      }
    }
    Predicate<RuleInfo> untried = info -> !tried.contains(info.id());
    List<RuleInfo> without =
        Stream.concat(
                book.rules().stream().map(Rule::info),
                book.correlations().stream().map(Correlation::info))
            .filter(untried)
            .toList();
    return new SampleReport(results, without, refused);
  }

  private static <T> Map<String, T> byId(List<T> all, Function<T, RuleInfo> info) {
    return all.stream()
        .collect(
            Collectors.toMap(one -> info.apply(one).id(), one -> one, (a, b) -> a, HashMap::new));
  }

  private static Refusal unknown(SampleSet set) {
    return new Refusal(
        new Place(set.place().file(), 0),
        set.rule(),
        new Text(
            "Ces exemples sont pour une règle qui n’est pas là\u00a0: vérifiez l’identifiant.",
            "These samples are for a rule that is not there: check the id."));
  }
}
