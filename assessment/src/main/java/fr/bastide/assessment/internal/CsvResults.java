package fr.bastide.assessment.internal;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.Cap;
import fr.bastide.assessment.Cost;
import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.Score.Interval;
import fr.bastide.assessment.Theme;
import fr.bastide.assessment.file.AnswerFile;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.document.Fields;
import fr.bastide.kernel.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// Results as one CSV table.
public final class CsvResults {

  private static final String COLUMNS =
      "kind,id,name,standing,choice,evidence,low,point,high,cost,grade,"
          + "setup_eur,yearly_eur,days,gain";

  private final AnswerFile file;
  private final Referential referential;
  private final Score score;
  private final Language language;
  private final CsvText csv = new CsvText();

  public CsvResults(AnswerFile file, Referential referential, Score score, Language language) {
    this.file = file;
    this.referential = referential;
    this.score = score;
    this.language = language;
  }

  /// See [fr.bastide.assessment.file.Results#csv].
  public String write(Optional<Plan> plan) {
    csv.row(COLUMNS.split(","));
    total();
    for (Score.ThemeScore theme : score.themes()) {
      String name = referential.theme(theme.theme()).map(t -> name(t)).orElse("");
      scored("theme", theme.theme(), name, "", "", "", theme.score(), number(theme.cost()), "");
    }
    score.questions().forEach(this::question);
    for (Score.CapBite cap : score.caps()) {
      csv.row(
          "cap",
          cap.id(),
          reason(cap),
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          cap.grade().name(),
          "",
          "",
          "",
          "");
    }
    plan.ifPresent(this::plan);
    return csv.toString();
  }

  private void total() {
    String grade = score.grade().name();
    scored("total", "", file.body().name(), "", "", "", score.total(), "", grade);
  }

  private void question(Score.QuestionScore question) {
    String id = question.question();
    String text = referential.question(id).map(Question::text).map(t -> t.in(language)).orElse("");
    String choice = file.sheet().answer(id) instanceof Answer.Given given ? given.choice() : "";
    scored(
        "question",
        id,
        text,
        Fields.spelling(question.standing()),
        choice,
        question.trust().map(Fields::spelling).orElse(""),
        question.value(),
        number(question.cost()),
        "");
  }

  private void scored(
      String kind,
      String id,
      String name,
      String standing,
      String choice,
      String evidence,
      Interval interval,
      String cost,
      String grade) {
    csv.row(
        kind,
        id,
        name,
        standing,
        choice,
        evidence,
        number(interval.low()),
        number(interval.point()),
        number(interval.high()),
        cost,
        grade,
        "",
        "",
        "",
        "");
  }

  private void plan(Plan plan) {
    for (Plan.Step step : plan.steps()) {
      measure("step", step.measure(), step.cost(), number(step.gain()));
    }
    for (Plan.LeftOut left : plan.leftOut()) {
      Optional<Measure> measure = referential.measure(left.measure());
      measure.ifPresent(
          found -> measure("left-out", found.id(), found.cost(file.sheet().size()), ""));
    }
  }

  private void measure(String kind, String id, Cost cost, String gain) {
    String name = referential.measure(id).map(m -> m.name().in(language)).orElse("");
    csv.row(
        kind,
        id,
        name,
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        cost.setup().toEuros().toPlainString(),
        cost.yearly().toEuros().toPlainString(),
        number(cost.days()),
        gain);
  }

  private String name(Theme theme) {
    return theme.name().in(language);
  }

  private String reason(Score.CapBite bite) {
    return referential.scale().caps().stream()
        .filter(cap -> cap.id().equals(bite.id()))
        .findFirst()
        .map(Cap::reason)
        .map(text -> text.in(language))
        .orElse(bite.question());
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value)
        .setScale(4, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
