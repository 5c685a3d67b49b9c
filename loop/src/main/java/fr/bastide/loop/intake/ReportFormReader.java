package fr.bastide.loop.intake;

import fr.bastide.document.Fields;
import fr.bastide.document.Finding;
import fr.bastide.document.Findings;
import fr.bastide.document.Yaml;
import fr.bastide.document.YamlReader;
import fr.bastide.incident.Question;
import fr.bastide.incident.Questionnaire;
import fr.bastide.incident.Value;
import fr.bastide.incident.reflex.Contact;
import fr.bastide.incident.reflex.ReflexCard;
import fr.bastide.incident.reflex.ReflexCards;
import fr.bastide.incident.reflex.Sign;
import fr.bastide.incident.reflex.Source;
import fr.bastide.kernel.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the public form; each question, sign and contact that it names must exist.
final class ReportFormReader {

  private static final int MAX_BYTES = 100_000;
  private static final int TEXT = 400;
  private static final int WORD = 60;
  private static final int LONGEST_ANSWER = 5_000;

  private final Findings findings;
  private final Map<String, Sign> signs = new LinkedHashMap<>();
  private final Map<String, Contact> contacts = new LinkedHashMap<>();
  private final Set<String> keys = new HashSet<>();

  private ReportFormReader(Findings findings) {
    this.findings = findings;
    ReflexCards cards = ReflexCards.builtin();
    cards.signs().forEach(sign -> signs.put(sign.id(), sign));
    for (ReflexCard card : cards.cards()) {
      card.calls().forEach(contact -> contacts.putIfAbsent(contact.id(), contact));
    }
  }

  static ReportForm builtin() {
    Findings findings = new Findings("form.yaml");
    try (InputStream in = ReportFormReader.class.getResourceAsStream("form.yaml")) {
      if (in == null) {
        throw new IllegalStateException("the program is incomplete: form.yaml");
      }
      Optional<ReportForm> form = read(in.readAllBytes(), findings);
      List<Finding> all = findings.sorted();
      if (!all.isEmpty()) {
        throw new IllegalStateException(all.getFirst().format(Language.EN));
      }
      return form.orElseThrow();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the program is incomplete", unreadable);
    }
  }

  /// The form; the findings say what is wrong with it.
  static Optional<ReportForm> read(byte[] yaml, Findings findings) {
    return YamlReader.read(yaml, MAX_BYTES, findings)
        .map(read -> new ReportFormReader(findings).form(Fields.of(read, "", findings)));
  }

  private ReportForm form(Fields file) {
    file.known("version", "steps", "claims", "calls");
    List<ReportForm.Step> steps = new ArrayList<>();
    for (Yaml item : file.list("steps")) {
      steps.add(step(Fields.of(item, "steps", findings)));
    }
    if (steps.isEmpty()) {
      findings.missing(file.line(), "", "steps");
    }
    List<ReportForm.SignClaim> claims = new ArrayList<>();
    for (Yaml item : file.list("claims")) {
      claim(Fields.of(item, "claims", findings)).ifPresent(claims::add);
    }
    List<ReportForm.Call> calls = new ArrayList<>();
    for (Yaml item : file.list("calls")) {
      call(Fields.of(item, "calls", findings)).ifPresent(calls::add);
    }
    return new ReportForm(file.text("version", WORD), steps, claims, calls);
  }

  private ReportForm.Step step(Fields step) {
    step.known("id", "title", "lead", "fields");
    List<ReportField> fields = new ArrayList<>();
    for (Yaml item : step.list("fields")) {
      field(Fields.of(item, "fields", findings)).ifPresent(fields::add);
    }
    ReportForm.Step read =
        new ReportForm.Step(
            step.text("id", WORD),
            step.localised("title", TEXT),
            step.localised("lead", TEXT),
            fields);
    for (String key : read.keys()) {
      if (!keys.add(key)) {
        findings.duplicate(step.line(), "fields", key);
      }
    }
    return read;
  }

  private Optional<ReportField> field(Fields field) {
    if (field.has("signs")) {
      field.known("signs");
      List<Sign> first =
          field.texts("signs", signs::containsKey).stream()
              .flatMap(id -> Optional.ofNullable(signs.get(id)).stream())
              .toList();
      List<Sign> more = signs.values().stream().filter(sign -> !first.contains(sign)).toList();
      return Optional.of(new ReportField.Seen(first, more));
    }
    if (field.has("question")) {
      field.known("question");
      return question(field).map(ReportField.Asked::new);
    }
    field.known("text", "kind", "label", "help", "longest");
    return Optional.of(
        new ReportField.Typed(
            field.text("text", WORD),
            field.constant("kind", ReportField.Kind.values()),
            field.localised("label", TEXT),
            field.localisedOr("help", TEXT),
            field.whole("longest", 1, LONGEST_ANSWER)));
  }

  private Optional<Question> question(Fields field) {
    String id = field.text("question", WORD);
    Optional<Question> question = Questionnaire.builtin().question(id);
    if (question.isEmpty()) {
      findings.unknown(
          field.lineOf("question"), "question", id, Questionnaire.builtin().questions().keySet());
    }
    return question;
  }

  private Optional<ReportForm.SignClaim> claim(Fields claim) {
    claim.known("sign", "question", "value", "credibility");
    String sign = claim.text("sign", WORD);
    if (!signs.containsKey(sign)) {
      findings.unknown(claim.lineOf("sign"), "sign", sign, signs.keySet());
    }
    int credibility = Math.max(1, claim.whole("credibility", 1, 6));
    String written = claim.text("value", WORD);
    Optional<Question> question = question(claim);
    if (question.isEmpty()) {
      return Optional.empty();
    }
    Value value =
        question.get().kind() == Question.Kind.FLAG
            ? new Value.Flag(written.equals("true"))
            : new Value.Choice(written);
    if (!question.get().accepts(value)) {
      findings.unknown(claim.lineOf("value"), "value", written, List.of());
    }
    return Optional.of(new ReportForm.SignClaim(sign, question.get(), value, credibility));
  }

  private Optional<ReportForm.Call> call(Fields call) {
    call.known("contact", "why", "when", "source");
    String id = call.text("contact", WORD);
    Optional<Contact> contact = Optional.ofNullable(contacts.get(id));
    if (contact.isEmpty()) {
      findings.unknown(call.lineOf("contact"), "contact", id, contacts.keySet());
    }
    List<String> when = call.texts("when", one -> keys.contains(before(one)));
    Optional<Source> source =
        call.need("source").map(yaml -> source(Fields.of(yaml, "source", findings)));
    return contact.flatMap(who ->
        source.map(where -> new ReportForm.Call(who, call.localised("why", TEXT), when, where)));
  }

  private static String before(String condition) {
    int equals = condition.indexOf('=');
    return equals < 0 ? "" : condition.substring(0, equals);
  }

  private static Source source(Fields source) {
    source.known("title", "publisher", "address");
    return new Source(
        "",
        source.text("title", TEXT),
        source.text("publisher", WORD),
        URI.create(source.text("address", TEXT)));
  }
}
