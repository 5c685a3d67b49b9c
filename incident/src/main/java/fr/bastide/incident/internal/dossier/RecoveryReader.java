package fr.bastide.incident.internal.dossier;

import fr.bastide.document.Fields;
import fr.bastide.document.Finding;
import fr.bastide.document.Findings;
import fr.bastide.document.Yaml;
import fr.bastide.document.YamlReader;
import fr.bastide.incident.condition.Condition;
import fr.bastide.incident.dossier.Causes;
import fr.bastide.incident.dossier.Interview;
import fr.bastide.incident.followup.FollowUpRules;
import fr.bastide.incident.internal.ConditionReader;
import fr.bastide.incident.internal.Knowledge;
import fr.bastide.kernel.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads what is asked at the returns, and which measures answer which cause: `recovery.yaml`.
public final class RecoveryReader {

  private static final String FILE = "recovery.yaml";
  private static final int MAX_BYTES = 100_000;
  private static final int TEXT = 1000;
  private static final int WORD = 60;

  private final Findings findings;
  private final ConditionReader conditions = Knowledge.conditions();
  private final Set<String> taken = new HashSet<>();

  private RecoveryReader(Findings findings) {
    this.findings = findings;
  }

  /// Both parts of the file.
  public record Contents(Interview interview, Causes causes) {}

  private static final class Holder {
    static final Contents BUILTIN = load();

    private Holder() {}
  }

  /// What comes with Bastide.
  public static Contents builtin() {
    return Holder.BUILTIN;
  }

  private static Contents load() {
    Findings findings = new Findings(FILE);
    try {
      Contents contents = read(Knowledge.resource(FILE).orElseThrow(), findings);
      List<Finding> all = findings.sorted();
      if (!all.isEmpty()) {
        throw new IllegalStateException(all.getFirst().format(Language.EN));
      }
      return contents;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the program is incomplete", unreadable);
    }
  }

  /// The contents of a file; what is wrong goes to the findings.
  static Contents read(byte[] yaml, Findings findings) {
    return YamlReader.read(yaml, MAX_BYTES, findings)
        .map(file -> new RecoveryReader(findings).read(Fields.of(file, "", findings)))
        .orElse(new Contents(new Interview("?", List.of()), new Causes(List.of())));
  }

  private Contents read(Fields file) {
    file.known("version", "questions", "causes");
    List<String> returns =
        FollowUpRules.builtin().rules().stream().map(FollowUpRules.Rule::id).toList();
    List<Interview.Question> questions = new ArrayList<>();
    for (Yaml item : file.list("questions")) {
      Fields one = Fields.of(item, "questions", findings).known("id", "kind", "returns", "ask");
      questions.add(
          new Interview.Question(
              id(one, "questions"),
              one.constant("kind", Interview.Kind.values()),
              one.texts("returns", returns::contains),
              one.localised("ask", TEXT)));
    }
    List<String> flags =
        questions.stream()
            .filter(question -> question.kind() == Interview.Kind.FLAG)
            .map(Interview.Question::id)
            .toList();
    List<Causes.Cause> causes = new ArrayList<>();
    for (Yaml item : file.list("causes")) {
      causes.add(cause(Fields.of(item, "causes", findings), flags));
    }
    return new Contents(new Interview(file.text("version", WORD), questions), new Causes(causes));
  }

  private Causes.Cause cause(Fields one, List<String> flags) {
    one.known("id", "name", "why", "when", "confirm", "measures");
    Optional<String> confirm =
        one.has("confirm") ? Optional.of(one.text("confirm", WORD)) : Optional.empty();
    if (confirm.filter(question -> !flags.contains(question)).isPresent()) {
      findings.unknown(one.lineOf("confirm"), "causes", confirm.get(), flags);
    }
    if (!one.has("when") && confirm.isEmpty()) {
      findings.missing(one.line(), "causes", "when");
    }
    return new Causes.Cause(
        id(one, "causes"),
        one.localised("name", TEXT),
        one.localised("why", TEXT),
        one.has("when") ? conditions.read(one, "when", findings) : Condition.NEVER,
        confirm,
        one.texts("measures", id -> id.indexOf('.') > 0));
  }

  private String id(Fields one, String group) {
    String id = one.text("id", WORD);
    if (!taken.add(group + "/" + id)) {
      findings.duplicate(one.line(), group, id);
    }
    return id;
  }
}
