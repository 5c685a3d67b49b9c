package fr.bastide.assessment.internal;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.Cap;
import fr.bastide.assessment.Cost;
import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.Score.Interval;
import fr.bastide.assessment.Scorer;
import fr.bastide.assessment.Theme;
import fr.bastide.assessment.file.AnswerFile;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.assessment.plan.Plan.WhyNot;
import fr.bastide.assessment.plan.TerritoryPlan;
import fr.bastide.document.Fields;
import fr.bastide.kernel.Money;
import fr.bastide.kernel.Text;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Results as one JSON object. Written as a stream: binding would cost the command line more time
/// than the score itself.
public final class JsonResults {

  /// Named `bastide` in the object, to tell later formats apart.
  static final String FORMAT = "result/1";

  /// The same for the results of several bodies with one budget.
  static final String TERRITORY = "territory/1";

  private static final ObjectWriteContext PRETTY =
      new ObjectWriteContext.Base() {
        @Override
        public DefaultPrettyPrinter getPrettyPrinter() {
          return new DefaultPrettyPrinter();
        }
      };

  private final AnswerFile file;
  private final Referential referential;
  private final Score score;

  public JsonResults(AnswerFile file, Referential referential, Score score) {
    this.file = file;
    this.referential = referential;
    this.score = score;
  }

  /// See [fr.bastide.assessment.file.Results#json].
  public String write(Optional<Plan> plan) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(PRETTY, text)) {
      object(json, plan);
    }
    return text.append('\n').toString();
  }

  /// See [fr.bastide.assessment.file.Results#json(List, Referential, TerritoryPlan)].
  public static String write(
      List<AnswerFile> files, Referential referential, TerritoryPlan territory) {
    Scorer scorer = new Scorer(referential);
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(PRETTY, text)) {
      json.writeStartObject();
      json.writeStringProperty("bastide", TERRITORY);
      json.writeArrayPropertyStart("plans");
      for (int i = 0; i < files.size(); i++) {
        AnswerFile file = files.get(i);
        new JsonResults(file, referential, scorer.score(file.sheet()))
            .object(json, Optional.of(territory.plans().get(i)));
      }
      json.writeEndArray();
      money(json, "spent", territory.spent());
      json.writeArrayPropertyStart("fullPrice");
      territory.fullPrice().stream().sorted().forEach(json::writeString);
      json.writeEndArray();
      proof(json, territory.proof());
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }

  private void object(JsonGenerator json, Optional<Plan> plan) {
    json.writeStartObject();
    json.writeStringProperty("bastide", FORMAT);
    json.writeStringProperty("referential", referential.version());
    json.writeStringProperty("scale", score.scaleVersion());
    json.writeStringProperty("depth", Fields.spelling(file.sheet().depth()));
    json.writeStringProperty("at", file.sheet().at().toString());
    body(json);
    score(json, "score", score, true);
    plan.ifPresent(found -> plan(json, found));
    json.writeEndObject();
  }

  private void body(JsonGenerator json) {
    json.writeObjectPropertyStart("body");
    json.writeStringProperty("name", file.body().name());
    file.body().siren().ifPresent(siren -> json.writeStringProperty("siren", siren.value()));
    json.writeStringProperty("form", Fields.spelling(file.body().form()));
    json.writeStringProperty("size", Fields.spelling(file.sheet().size()));
    file.body().population().ifPresent(count -> json.writeNumberProperty("population", count));
    json.writeEndObject();
  }

  private void score(JsonGenerator json, String key, Score shown, boolean details) {
    json.writeObjectPropertyStart(key);
    json.writeStringProperty("grade", shown.grade().name());
    json.writeStringProperty("uncapped", shown.uncapped().name());
    interval(json, shown.total());
    json.writeArrayPropertyStart("caps");
    for (Score.CapBite cap : shown.caps()) {
      cap(json, cap);
    }
    json.writeEndArray();
    if (details) {
      json.writeArrayPropertyStart("themes");
      shown.themes().forEach(theme -> theme(json, theme));
      json.writeEndArray();
      json.writeArrayPropertyStart("questions");
      shown.questions().forEach(question -> question(json, question));
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void cap(JsonGenerator json, Score.CapBite bite) {
    json.writeStartObject();
    json.writeStringProperty("id", bite.id());
    json.writeStringProperty("question", bite.question());
    json.writeStringProperty("grade", bite.grade().name());
    referential.scale().caps().stream()
        .filter(cap -> cap.id().equals(bite.id()))
        .findFirst()
        .map(Cap::reason)
        .ifPresent(reason -> text(json, "reason", reason));
    json.writeEndObject();
  }

  private void theme(JsonGenerator json, Score.ThemeScore theme) {
    json.writeStartObject();
    json.writeStringProperty("id", theme.theme());
    referential.theme(theme.theme()).map(Theme::name).ifPresent(name -> text(json, "name", name));
    interval(json, theme.score());
    json.writeNumberProperty("cost", theme.cost());
    json.writeEndObject();
  }

  private void question(JsonGenerator json, Score.QuestionScore question) {
    json.writeStartObject();
    json.writeStringProperty("id", question.question());
    referential
        .question(question.question())
        .map(Question::text)
        .ifPresent(text -> text(json, "text", text));
    json.writeStringProperty("standing", Fields.spelling(question.standing()));
    if (file.sheet().answer(question.question()) instanceof Answer.Given given) {
      json.writeStringProperty("choice", given.choice());
    }
    question
        .trust()
        .ifPresent(level -> json.writeStringProperty("evidence", Fields.spelling(level)));
    interval(json, question.value());
    json.writeNumberProperty("cost", question.cost());
    json.writeEndObject();
  }

  private void plan(JsonGenerator json, Plan plan) {
    json.writeObjectPropertyStart("plan");
    score(json, "projected", plan.projected(), false);
    cost(json, plan.cost());
    money(json, "spent", plan.spent());
    json.writeArrayPropertyStart("steps");
    plan.steps().forEach(step -> step(json, step));
    json.writeEndArray();
    json.writeArrayPropertyStart("leftOut");
    plan.leftOut().forEach(left -> leftOut(json, left));
    json.writeEndArray();
    proof(json, plan.proof());
    json.writeEndObject();
  }

  private static void proof(JsonGenerator json, Plan.Proof proof) {
    json.writeObjectPropertyStart("proof");
    json.writeBooleanProperty("optimal", proof.optimal());
    json.writeNumberProperty("bound", proof.bound());
    json.writeNumberProperty("gap", proof.gap());
    json.writeStringProperty("solver", proof.solver());
    json.writeNumberProperty("millis", proof.millis());
    json.writeEndObject();
  }

  private void step(JsonGenerator json, Plan.Step step) {
    json.writeStartObject();
    named(json, step.measure());
    cost(json, step.cost());
    json.writeNumberProperty("gain", step.gain());
    json.writeNumberProperty("startMonth", step.startMonth());
    json.writeNumberProperty("endMonth", step.endMonth());
    json.writeBooleanProperty("urgent", step.urgent());
    json.writeBooleanProperty("quickWin", step.quickWin());
    json.writeBooleanProperty("forced", step.forced());
    json.writeBooleanProperty("pooled", step.pooled());
    json.writeEndObject();
  }

  private void leftOut(JsonGenerator json, Plan.LeftOut left) {
    json.writeStartObject();
    named(json, left.measure());
    json.writeObjectPropertyStart("whyNot");
    switch (left.whyNot()) {
      case WhyNot.TooExpensive why -> {
        json.writeStringProperty("kind", "too-expensive");
        money(json, "cost", why.cost());
        money(json, "entersAt", why.entersAt());
        json.writeStringProperty("threshold", Fields.spelling(why.threshold()));
      }
      case WhyNot.NotEnoughDays why -> {
        json.writeStringProperty("kind", "not-enough-days");
        json.writeNumberProperty("days", why.days());
      }
      case WhyNot.TooLong why -> {
        json.writeStringProperty("kind", "too-long");
        json.writeNumberProperty("months", why.months());
      }
      case WhyNot.Covered why -> {
        json.writeStringProperty("kind", "covered");
        json.writeArrayPropertyStart("by");
        why.by().forEach(json::writeString);
        json.writeEndArray();
      }
      case WhyNot.Refused why -> {
        json.writeStringProperty("kind", "refused");
        json.writeStringProperty("reason", why.reason());
      }
      case WhyNot.NeedsRefused why -> {
        json.writeStringProperty("kind", "needs-refused");
        json.writeStringProperty("prerequisite", why.prerequisite());
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void named(JsonGenerator json, String measure) {
    json.writeStringProperty("measure", measure);
    referential.measure(measure).map(Measure::name).ifPresent(name -> text(json, "name", name));
  }

  private static void cost(JsonGenerator json, Cost cost) {
    json.writeObjectPropertyStart("cost");
    money(json, "setup", cost.setup());
    money(json, "yearly", cost.yearly());
    json.writeNumberProperty("days", cost.days());
    json.writeEndObject();
  }

  private static void money(JsonGenerator json, String key, Money money) {
    json.writeNumberProperty(key, money.toEuros());
  }

  private static void interval(JsonGenerator json, Interval interval) {
    json.writeNumberProperty("low", interval.low());
    json.writeNumberProperty("point", interval.point());
    json.writeNumberProperty("high", interval.high());
  }

  private static void text(JsonGenerator json, String key, Text text) {
    json.writeObjectPropertyStart(key);
    json.writeStringProperty("fr", text.fr());
    json.writeStringProperty("en", text.en());
    json.writeEndObject();
  }
}
