package fr.bastide.incident.internal;

import fr.bastide.document.Fields;
import fr.bastide.incident.Claim;
import fr.bastide.incident.Qualification;
import fr.bastide.incident.Value;
import fr.bastide.incident.condition.Condition;
import fr.bastide.incident.condition.Trace;
import fr.bastide.incident.followup.FollowUp;
import fr.bastide.incident.obligation.Due;
import fr.bastide.incident.obligation.Obligation;
import fr.bastide.incident.obligation.ObligationBook;
import fr.bastide.incident.obligation.Verdict;
import fr.bastide.incident.rsit.Classification;
import fr.bastide.incident.severity.SeverityScale;
import fr.bastide.kernel.Text;
import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Writes a qualification as JSON, as a stream. Instants carry the offset of Paris.
public final class JsonQualification {

  /// The format, so that later ones can be told apart.
  static final String FORMAT = "incident-qualification/1";

  private static final ObjectWriteContext PRETTY =
      new ObjectWriteContext.Base() {
        @Override
        public DefaultPrettyPrinter getPrettyPrinter() {
          return new DefaultPrettyPrinter();
        }
      };

  private final Qualification qualification;
  private final ObligationBook book;

  public JsonQualification(Qualification qualification, ObligationBook book) {
    this.qualification = qualification;
    this.book = book;
  }

  /// See [fr.bastide.incident.file.Results#json].
  public String write() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(PRETTY, text)) {
      json.writeStartObject();
      json.writeStringProperty("bastide", FORMAT);
      json.writeStringProperty("obligationsVersion", book.version());
      json.writeStringProperty("body", qualification.facts().body());
      instant(json, "at", qualification.at());
      json.writeArrayPropertyStart("obligations");
      qualification.verdicts().forEach(verdict -> verdict(json, verdict));
      json.writeEndArray();
      severity(json, qualification.severity());
      json.writeArrayPropertyStart("classification");
      qualification.classification().forEach(one -> classification(json, one));
      json.writeEndArray();
      json.writeArrayPropertyStart("followUps");
      qualification.followUps().forEach(one -> followUp(json, one));
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private void verdict(JsonGenerator json, Verdict verdict) {
    json.writeStartObject();
    json.writeStringProperty("id", verdict.obligation().id());
    json.writeStringProperty("edition", verdict.obligation().edition());
    switch (verdict) {
      case Verdict.Applies applies -> {
        json.writeStringProperty("verdict", "applies");
        json.writeStringProperty("state", Fields.spelling(applies.state()));
        due(json, applies.due());
      }
      case Verdict.Unknown unknown -> {
        json.writeStringProperty("verdict", "unknown");
        json.writeStringProperty("state", Fields.spelling(unknown.state()));
        due(json, unknown.due());
      }
      case Verdict.DoesNotApply no -> {
        json.writeStringProperty("verdict", "does-not-apply");
        json.writeStringProperty("reason", Fields.spelling(no.reason()));
      }
    }
    grounds(json, verdict.grounds());
    obligation(json, verdict.obligation());
    json.writeEndObject();
  }

  private void grounds(JsonGenerator json, Verdict.Grounds grounds) {
    text(json, "why", grounds.why());
    grounds.standIn().ifPresent(clock -> json.writeStringProperty("clockStandIn", clock));
    questions(json, grounds.questions());
    json.writeArrayPropertyStart("contests");
    for (Verdict.Contest contest : grounds.contests()) {
      json.writeStartObject();
      json.writeStringProperty("question", contest.question());
      json.writeName("read");
      claim(json, contest.read());
      claims(json, "others", contest.others());
      claims(json, "setAside", contest.setAside());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("trace");
    grounds.traces().forEach(trace -> trace(json, trace));
    json.writeEndArray();
  }

  private static void obligation(JsonGenerator json, Obligation obligation) {
    text(json, "title", obligation.title());
    json.writeStringProperty("force", Fields.spelling(obligation.force()));
    text(json, "article", obligation.article());
    text(json, "authority", obligation.filing().authority());
    text(json, "form", obligation.filing().form());
    text(json, "proof", obligation.filing().proof());
    obligation.filing().address().ifPresent(page -> json.writeStringProperty("address", page));
    text(json, "explanation", obligation.explanation());
    json.writeStringProperty("confidence", Fields.spelling(obligation.confidence()));
    obligation.note().ifPresent(note -> text(json, "note", note));
    json.writeArrayPropertyStart("sources");
    obligation.sources().forEach(json::writeString);
    json.writeEndArray();
  }

  private static void due(JsonGenerator json, Due due) {
    json.writeObjectPropertyStart("due");
    switch (due) {
      case Due.At at -> {
        json.writeStringProperty("kind", "at");
        instant(json, "start", at.start());
        instant(json, "at", at.at());
        at.cautious().ifPresent(cautious -> instant(json, "cautious", cautious));
        at.byRegulation().ifPresent(end -> instant(json, "byRegulation1182", end));
      }
      case Due.WithoutDelay without -> {
        json.writeStringProperty("kind", "without-delay");
        without.since().ifPresent(since -> instant(json, "start", since));
      }
      case Due.Unknown unknown -> {
        json.writeStringProperty("kind", "unknown");
        json.writeStringProperty("question", unknown.question());
      }
      case Due.Standing _ -> json.writeStringProperty("kind", "standing");
    }
    json.writeEndObject();
  }

  private void questions(JsonGenerator json, List<String> ids) {
    json.writeArrayPropertyStart("questions");
    for (String id : ids) {
      json.writeStartObject();
      json.writeStringProperty("id", id);
      book.questionnaire().question(id).ifPresent(question -> text(json, "ask", question.ask()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void trace(JsonGenerator json, Trace trace) {
    json.writeStartObject();
    json.writeStringProperty("form", form(trace.condition()));
    json.writeStringProperty("truth", Fields.spelling(trace.truth()));
    if (trace.condition() instanceof Condition.Named named) {
      json.writeStringProperty("name", named.id());
    }
    if (trace.parts().isEmpty()) {
      trace.condition().questions().forEach(id -> json.writeStringProperty("question", id));
      trace.claim().map(Claim::value).ifPresent(value -> value(json, value));
    } else {
      json.writeArrayPropertyStart("parts");
      trace.parts().forEach(part -> trace(json, part));
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static String form(Condition condition) {
    return switch (condition) {
      case Condition.All _ -> "all";
      case Condition.Any _ -> "any";
      case Condition.Not _ -> "not";
      case Condition.Is _ -> "is";
      case Condition.Within _ -> "within";
      case Condition.Named _ -> "named";
    };
  }

  private static void claims(JsonGenerator json, String name, List<Claim> claims) {
    json.writeArrayPropertyStart(name);
    claims.forEach(claim -> claim(json, claim));
    json.writeEndArray();
  }

  private static void claim(JsonGenerator json, Claim claim) {
    json.writeStartObject();
    value(json, claim.value());
    json.writeStringProperty("source", claim.source());
    json.writeStringProperty("reliability", claim.reliability().name());
    json.writeNumberProperty("credibility", claim.credibility());
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, Value value) {
    switch (value) {
      case Value.Flag flag -> json.writeBooleanProperty("value", flag.yes());
      case Value.Choice choice -> json.writeStringProperty("value", choice.id());
      case Value.Count count -> json.writeNumberProperty("value", count.number());
      case Value.Moment moment -> instant(json, "value", moment.instant());
    }
  }

  private void severity(JsonGenerator json, SeverityScale.Grade grade) {
    json.writeObjectPropertyStart("severity");
    json.writeStringProperty("known", Fields.spelling(grade.known()));
    json.writeStringProperty("possible", Fields.spelling(grade.possible()));
    json.writeArrayPropertyStart("reasons");
    for (SeverityScale.Rule rule : grade.rules()) {
      json.writeStartObject();
      json.writeStringProperty("rule", rule.id());
      text(json, "text", rule.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    questions(json, grade.questions());
    json.writeEndObject();
  }

  private static void classification(JsonGenerator json, Classification one) {
    json.writeStartObject();
    json.writeStringProperty("type", one.type().id());
    json.writeStringProperty("confidence", Fields.spelling(one.confidence()));
    text(json, "name", one.type().name());
    text(json, "reason", one.reason());
    json.writeEndObject();
  }

  private static void followUp(JsonGenerator json, FollowUp one) {
    json.writeStartObject();
    json.writeStringProperty("id", one.id());
    json.writeNumberProperty("months", one.months());
    json.writeStringProperty("due", one.due().toString());
    json.writeStringProperty("contact", one.contact().toString());
    text(json, "purpose", one.purpose());
    json.writeEndObject();
  }

  private static void instant(JsonGenerator json, String name, Instant instant) {
    json.writeStringProperty(
        name,
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            instant.atZone(Calendar.PARIS).toOffsetDateTime()));
  }

  private static void text(JsonGenerator json, String name, Text text) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("fr", text.fr());
    json.writeStringProperty("en", text.en());
    json.writeEndObject();
  }
}
