package fr.bastide.incident.internal;

import fr.bastide.document.Fields;
import fr.bastide.document.Findings;
import fr.bastide.document.Yaml;
import fr.bastide.document.YamlReader;
import fr.bastide.incident.Claim;
import fr.bastide.incident.Facts;
import fr.bastide.incident.IncidentException;
import fr.bastide.incident.Question;
import fr.bastide.incident.Questionnaire;
import fr.bastide.incident.Reliability;
import fr.bastide.incident.Value;
import fr.bastide.incident.file.FactsFiles;
import fr.bastide.incident.file.FactsFiles.Outcome;
import fr.bastide.incident.obligation.ObligationBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the facts of a case.
public final class FactsReader {

  /// The format of the files.
  static final String FORMAT = "incident-facts/1";

  private static final int NAME = 200;
  private static final int SOURCE = 300;
  private static final int MOST_CLAIMS = 8;

  private final Questionnaire questionnaire;
  private final Set<String> duties;
  private final Findings findings = new Findings("");

  private FactsReader(ObligationBook book) {
    this.questionnaire = book.questionnaire();
    this.duties = book.duties().keySet();
  }

  /// See [FactsFiles#read].
  public static Outcome read(byte[] yaml, ObligationBook book) {
    return new FactsReader(book).read(yaml);
  }

  private Outcome read(byte[] bytes) {
    Optional<Facts> facts =
        YamlReader.read(bytes, FactsFiles.MAX_BYTES, findings)
            .map(yaml -> facts(Fields.of(yaml, "", findings)));
    if (facts.isEmpty() || findings.anyError()) {
      return new Outcome.Refused(findings.sorted());
    }
    return new Outcome.Usable(facts.get(), findings.sorted());
  }

  private Facts facts(Fields file) {
    List<String> known = new ArrayList<>(List.of("format", "name", "done"));
    questionnaire.groups().forEach(group -> known.add(group.id()));
    file.known(known.toArray(String[]::new));
    String format = file.text("format", 40);
    if (!format.isEmpty() && !format.equals(FORMAT)) {
      findings.unknown(file.lineOf("format"), "format", format, List.of(FORMAT));
    }
    Map<String, List<Claim>> claims = new LinkedHashMap<>();
    for (Questionnaire.Group group : questionnaire.groups()) {
      file.find(group.id())
          .ifPresent(yaml -> group(group, Fields.of(yaml, group.id(), findings), claims));
    }
    sequence(file, claims);
    try {
      return new Facts(file.textOr("name", NAME), claims, done(file));
    } catch (IncidentException tooMany) {
      findings.error(0, "", tooMany.text().fr(), tooMany.text().en());
      return new Facts("", Map.of(), Map.of());
    }
  }

  private void group(Questionnaire.Group group, Fields fields, Map<String, List<Claim>> claims) {
    fields.known(group.questions().stream().map(Question::name).toArray(String[]::new));
    for (Question question : group.questions()) {
      Optional<Yaml> yaml = fields.find(question.name());
      if (yaml.isPresent()) {
        List<Claim> read = claims(question, yaml.get(), fields.placeOf(question.name()));
        if (!read.isEmpty()) {
          claims.put(question.id(), read);
        }
      }
    }
  }

  private List<Claim> claims(Question question, Yaml yaml, String place) {
    List<Yaml> written = yaml instanceof Yaml.Sequence many ? many.items() : List.of(yaml);
    if (written.size() > MOST_CLAIMS) {
      findings.error(
          yaml.line(),
          place,
          "Trop de versions d’un même fait : " + MOST_CLAIMS + " au plus.",
          "Too many versions of one fact: " + MOST_CLAIMS + " at most.");
      return List.of();
    }
    List<Claim> claims = new ArrayList<>();
    for (Yaml one : written) {
      claim(question, one, place).ifPresent(claims::add);
    }
    return claims;
  }

  private Optional<Claim> claim(Question question, Yaml yaml, String place) {
    if (yaml instanceof Yaml.Scalar scalar) {
      return value(question, scalar, place).map(Claim::of);
    }
    Fields fields =
        Fields.of(yaml, place, findings).known("value", "source", "reliability", "credibility");
    Optional<Yaml> written = fields.find("value");
    if (written.isEmpty()) {
      findings.missing(yaml.line(), place, "value");
      return Optional.empty();
    }
    if (!(written.get() instanceof Yaml.Scalar scalar)) {
      findings.error(
          written.get().line(), place, "Il faut ici une valeur.", "A value is needed here.");
      return Optional.empty();
    }
    Reliability reliability =
        fields.constantOr("reliability", Reliability.values()).orElse(Reliability.F);
    int credibility =
        fields.has("credibility") ? Math.max(1, fields.whole("credibility", 1, 6)) : 6;
    String source = fields.textOr("source", SOURCE);
    return value(question, scalar, place)
        .map(value -> new Claim(value, source, reliability, credibility));
  }

  private Optional<Value> value(Question question, Yaml.Scalar scalar, String place) {
    if (Values.unknown(scalar.text())) {
      return Optional.empty();
    }
    if (question.kind() == Question.Kind.MOMENT) {
      return moment(scalar, place).map(Value.Moment::new);
    }
    Optional<Value> value = Values.parse(question, scalar.text());
    if (value.isEmpty()) {
      if (question.kind() == Question.Kind.COUNT) {
        findings.error(
            scalar.line(),
            place,
            "Il faut un nombre entier, comme 1200.",
            "A whole number is needed, such as 1200.");
      } else {
        findings.unknown(scalar.line(), place, scalar.text(), Values.possible(question));
      }
    }
    return value;
  }

  private Optional<Instant> moment(Yaml.Scalar scalar, String place) {
    Optional<Moments.Moment> moment = Moments.parse(scalar.text());
    if (moment.isEmpty()) {
      findings.error(
          scalar.line(),
          place,
          "Il faut un jour et une heure, comme 2026-11-24 08:30 (heure de Paris) ou"
              + " 2026-11-24T08:30+01:00.",
          "A day and an hour are needed, such as 2026-11-24 08:30 (Paris time) or"
              + " 2026-11-24T08:30+01:00.");
      return Optional.empty();
    }
    switch (moment.get().doubt()) {
      case NONE -> {}
      case NO_HOUR ->
          findings.warning(
              scalar.line(),
              place,
              "L’heure manque : lu comme minuit, le plus tôt possible. Donnez l’heure dès que vous la"
                  + " savez.",
              "The hour is missing: read as midnight, as early as can be. Give the hour once you"
                  + " know it.");
      case TWICE ->
          findings.warning(
              scalar.line(),
              place,
              "Cette heure existe deux fois cette nuit-là : lu comme la première. Ajoutez +02:00 ou"
                  + " +01:00.",
              "This hour comes twice that night: read as the first. Add +02:00 or +01:00.");
      case LEFT_OUT ->
          findings.warning(
              scalar.line(),
              place,
              "Cette heure n’existe pas cette nuit-là : lu comme l’instant du changement d’heure.",
              "This hour does not exist that night: read as the moment the clock changed.");
    }
    return moment.map(Moments.Moment::instant);
  }

  private Map<String, Facts.Done> done(Fields file) {
    Map<String, Facts.Done> done = new LinkedHashMap<>();
    Optional<Yaml> yaml = file.find("done");
    if (yaml.isEmpty()) {
      return done;
    }
    Fields fields = Fields.of(yaml.get(), "done", findings).known(duties.toArray(String[]::new));
    for (String duty : duties) {
      fields.find(duty).flatMap(one -> done(one, "done." + duty)).ifPresent(d -> done.put(duty, d));
    }
    return done;
  }

  private Optional<Facts.Done> done(Yaml yaml, String place) {
    if (yaml instanceof Yaml.Scalar scalar) {
      return moment(scalar, place).map(at -> new Facts.Done(at, ""));
    }
    Fields fields = Fields.of(yaml, place, findings).known("at", "proof");
    String proof = fields.textOr("proof", SOURCE);
    return fields
        .need("at")
        .flatMap(at -> at instanceof Yaml.Scalar s ? moment(s, place) : Optional.empty())
        .map(at -> new Facts.Done(at, proof));
  }

  /// Clocks that run backwards are told: somebody mistyped, or two clocks disagree.
  private void sequence(Fields file, Map<String, List<Claim>> claims) {
    List<String> order = List.of("began", "suspected", "certain", "breach-aware");
    Optional<Instant> before = Optional.empty();
    for (String name : order) {
      Optional<Instant> at =
          claims.getOrDefault(Questionnaire.CLOCKS + "." + name, List.of()).stream()
              .map(Claim::value)
              .filter(Value.Moment.class::isInstance)
              .map(value -> ((Value.Moment) value).instant())
              .max(Instant::compareTo);
      if (at.isPresent() && before.filter(at.get()::isBefore).isPresent()) {
        findings.warning(
            file.lineOf(Questionnaire.CLOCKS),
            Questionnaire.CLOCKS + "." + name,
            "Cet instant précède celui qui devrait venir avant lui : vérifiez les dates.",
            "This instant is before the one that should come first: check the dates.");
      }
      Optional<Instant> earlier = before;
      before = at.or(() -> earlier);
    }
  }
}
