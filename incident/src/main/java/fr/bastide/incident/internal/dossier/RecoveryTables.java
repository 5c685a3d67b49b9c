package fr.bastide.incident.internal.dossier;

import fr.bastide.incident.WrittenTime;
import fr.bastide.incident.dossier.CaseFile;
import fr.bastide.incident.dossier.Causes;
import fr.bastide.incident.dossier.Interview;
import fr.bastide.incident.dossier.Line;
import fr.bastide.incident.dossier.Recovery;
import fr.bastide.kernel.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rows of the tables of a return: questions, causes, measures.
final class RecoveryTables {

  private final DossierBook book;
  private final CaseFile file;
  private final Language language;
  private final Optional<String> comeBack;

  RecoveryTables(DossierBook book, CaseFile file, Language language, Optional<String> comeBack) {
    this.book = book;
    this.file = file;
    this.language = language;
    this.comeBack = comeBack;
  }

  /// The questions of the return, with the answers given so far.
  List<List<Line>> interview() {
    List<List<Line>> rows = new ArrayList<>();
    for (Interview.Question question : comeBack.map(Interview.builtin()::of).orElse(List.of())) {
      boolean flag = question.kind() == Interview.Kind.FLAG;
      String answer = answer(question.id());
      String blank = book.word(flag ? "blank-flag" : "free-text", language);
      rows.add(List.of(Line.of(question.ask().in(language)), Line.orBlank(answer, blank)));
    }
    return rows;
  }

  /// An answer of the interview in the language of the document; empty when there is none.
  String answer(String question) {
    String answer = file.recovery().answers().getOrDefault(question, "").strip();
    boolean flag =
        Interview.builtin().questions().stream()
            .anyMatch(one -> one.id().equals(question) && one.kind() == Interview.Kind.FLAG);
    return flag
        ? Interview.flag(answer).map(yes -> book.word(yes ? "yes" : "no", language)).orElse(answer)
        : answer;
  }

  List<List<Line>> causes() {
    List<List<Line>> rows = new ArrayList<>();
    for (Causes.Found found : found()) {
      Causes.Cause cause = found.cause();
      String certainty =
          switch (found.certainty()) {
            case ESTABLISHED -> "certainty-established";
            case LIKELY -> "certainty-likely";
          };
      rows.add(
          List.of(
              Line.of(cause.name().in(language) + ". " + cause.why().in(language)),
              Line.of(book.word(certainty, language)),
              Line.of(
                  String.join(
                      language == Language.FR ? "\u202f; " : "; ",
                      cause.measures().stream().map(this::name).toList()))));
    }
    return rows;
  }

  /// The measures of the plan, in its order.
  List<List<Line>> measures() {
    List<List<Line>> rows = new ArrayList<>();
    for (String id : file.recovery().planned()) {
      Recovery.Measure measure = measure(id).orElseThrow();
      String state =
          switch (measure.state()) {
            case TO_DO -> "measure-to-do";
            case DOING -> "measure-doing";
            case DONE -> "measure-done";
          };
      String due = measure.due().map(day -> WrittenTime.day(day, language)).orElse("–");
      String cost = measure.cost().map(sum -> sum.format(language)).orElse("–");
      rows.add(
          List.of(
              Line.of(String.valueOf(measure.rank().orElseThrow())),
              Line.of(measure.name().in(language)),
              Line.of(measure.firstStep().in(language)),
              Line.of(book.word(state, language)),
              Line.of(due),
              Line.of(cost)));
    }
    return rows;
  }

  /// The measures that the causes call for and that are neither planned nor done, each once, beside
  /// the first cause that calls for it.
  List<List<Line>> unplanned() {
    Map<String, Causes.Cause> called = new LinkedHashMap<>();
    for (Causes.Found found : found()) {
      found.cause().measures().forEach(id -> called.putIfAbsent(id, found.cause()));
    }
    List<List<Line>> rows = new ArrayList<>();
    called.forEach((id, cause) -> {
      Optional<Recovery.Measure> measure = measure(id);
      boolean decided =
          measure
              .filter(one -> one.rank().isPresent() || one.state() != Recovery.State.TO_DO)
              .isPresent();
      if (!decided) {
        String first = measure.map(one -> one.firstStep().in(language)).orElse("–");
        rows.add(List.of(Line.of(name(id)), Line.of(first), Line.of(cause.name().in(language))));
      }
    });
    return rows;
  }

  private List<Causes.Found> found() {
    return Causes.builtin().of(file.facts(), file.recovery().answers());
  }

  private Optional<Recovery.Measure> measure(String id) {
    return Optional.ofNullable(file.recovery().measures().get(id));
  }

  /// Its name when the caller gave it, else its identifier in the referential.
  private String name(String id) {
    return measure(id).map(one -> one.name().in(language)).orElse(id);
  }
}
