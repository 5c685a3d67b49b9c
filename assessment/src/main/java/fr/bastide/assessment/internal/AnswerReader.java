package fr.bastide.assessment.internal;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Choice;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Evidence;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.file.AnswerFile;
import fr.bastide.assessment.file.AnswerFiles;
import fr.bastide.assessment.file.AnswerFiles.Reading;
import fr.bastide.document.Fields;
import fr.bastide.document.Finding.Gravity;
import fr.bastide.document.Findings;
import fr.bastide.document.Yaml;
import fr.bastide.document.YamlReader;
import fr.bastide.kernel.BodySize;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads answer files; whatever the bytes, the result is a file or findings, never an exception.
public final class AnswerReader {

  static final String FORMAT = "answers/1";
  static final String UNKNOWN = "unknown";
  static final String NOT_APPLICABLE = "not-applicable";

  /// Words that mean something in an answer file and cannot name a choice.
  static final Set<String> RESERVED = Set.of(UNKNOWN, NOT_APPLICABLE, "true", "false", "null");

  private static final int SHORT = 200;
  private static final int ID = 100;
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  private final Referential referential;
  private final Findings findings;
  private Gravity strange = Gravity.ERROR;

  private AnswerReader(Referential referential, Findings findings) {
    this.referential = referential;
    this.findings = findings;
  }

  /// See [AnswerFiles#read(byte[], Referential)].
  public static Reading read(byte[] bytes, Referential referential) {
    Findings findings = new Findings("");
    Optional<AnswerFile> file =
        YamlReader.read(bytes, AnswerFiles.MAX_BYTES, findings)
            .map(yaml -> Fields.of(yaml, "", findings))
            .map(fields -> new AnswerReader(referential, findings).file(fields));
    return file.isEmpty() || findings.anyError()
        ? new Reading.Refused(findings.sorted())
        : new Reading.Usable(file.get(), findings.sorted());
  }

  private AnswerFile file(Fields fields) {
    fields.known("bastide", "referential", "depth", "at", "body", "answers", "plan");
    String format = fields.text("bastide", ID);
    if (!format.isEmpty() && !format.equals(FORMAT)) {
      findings.unknown(fields.lineOf("bastide"), "bastide", format, List.of(FORMAT));
    }
    String version = version(fields);
    Depth depth = fields.constant("depth", Depth.values());
    LocalDate at = date(fields, "at", true).orElse(EARLIEST);
    BodyReader.Body body = new BodyReader(findings).read(fields);
    Map<String, Answer> answers = answers(fields, depth, at);
    AnswerFile.Wishes wishes = new WishesReader(referential, findings, strange).read(fields);
    AnswerSheet sheet = new AnswerSheet(depth, body.size().orElse(BodySize.TINY), at, answers);
    return new AnswerFile(version, body.body(), sheet, wishes);
  }

  /// The version it was written for; with another one, what is strange is only doubtful.
  private String version(Fields fields) {
    String version = fields.text("referential", ID);
    if (!version.isEmpty() && !version.equals(referential.version())) {
      strange = Gravity.WARNING;
      findings.warning(
          fields.lineOf("referential"),
          "referential",
          "Ces réponses datent du référentiel "
              + Findings.fr(version)
              + "\u202f; elles sont lues avec le référentiel "
              + Findings.fr(referential.version())
              + ", et les deux scores ne se comparent pas.",
          "These answers were written for the referential "
              + Findings.en(version)
              + "; they are read with the referential "
              + Findings.en(referential.version())
              + ", and the two scores do not compare.");
    }
    return version;
  }

  private Map<String, Answer> answers(Fields file, Depth depth, LocalDate at) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    Optional<Yaml> yaml = file.need("answers");
    if (yaml.isEmpty()) {
      return answers;
    }
    Fields fields = Fields.of(yaml.get(), "answers", findings);
    for (String id : fields.names()) {
      Optional<Question> question = referential.question(id);
      if (question.isEmpty()) {
        findings.unknown(
            strange, fields.lineOf(id), "answers", id, referential.questions().keySet());
        continue;
      }
      if (!depth.asks(question.get().depth())) {
        findings.warning(
            fields.lineOf(id),
            fields.placeOf(id),
            "Cette question ne se pose pas à cette profondeur\u00a0: sa réponse ne compte pas.",
            "This question is not asked at this depth: its answer does not count.");
      }
      answers.put(id, answer(fields, question.get(), at));
    }
    silence(answers, depth);
    return answers;
  }

  private void silence(Map<String, Answer> answers, Depth depth) {
    long silent =
        referential
            .questions(depth)
            .filter(question -> !answers.containsKey(question.id()))
            .count();
    if (silent > 0) {
      findings.warning(
          0,
          "answers",
          "Questions sans réponse\u00a0: "
              + silent
              + ". Elles comptent comme «\u00a0ne sait"
              + " pas\u00a0».",
          "Questions without an answer: " + silent + ". They count as \"don't know\".");
    }
  }

  private Answer answer(Fields answers, Question question, LocalDate at) {
    Optional<Yaml> found = answers.find(question.id());
    if (found.isEmpty()) {
      return Answer.UNKNOWN;
    }
    String place = answers.placeOf(question.id());
    if (found.get() instanceof Yaml.Scalar scalar) {
      return shortAnswer(scalar, question, place);
    }
    Fields fields =
        Fields.of(found.get(), place, findings)
            .known("choice", "evidence", "date", "expires", "note", NOT_APPLICABLE, "accepted-by");
    if (fields.has(NOT_APPLICABLE)) {
      return notApplicable(fields, place);
    }
    String choice = fields.text("choice", ID);
    if (choice.isEmpty() || choice.equals(UNKNOWN)) {
      return Answer.UNKNOWN;
    }
    if (question.rank(choice) < 0) {
      strangeChoice(fields.lineOf("choice"), place, choice, question);
      return Answer.UNKNOWN;
    }
    return new Answer.Given(choice, evidence(fields, place, question.validityMonths(), at));
  }

  private Answer shortAnswer(Yaml.Scalar scalar, Question question, String place) {
    String choice = scalar.text().strip();
    if (choice.equals(UNKNOWN)) {
      return Answer.UNKNOWN;
    }
    if (choice.equals(NOT_APPLICABLE)) {
      reasonNeeded(scalar.line(), place);
      return Answer.UNKNOWN;
    }
    if (question.rank(choice) < 0) {
      strangeChoice(scalar.line(), place, choice, question);
      return Answer.UNKNOWN;
    }
    return Answer.declared(choice);
  }

  private Answer notApplicable(Fields fields, String place) {
    int line = fields.lineOf(NOT_APPLICABLE);
    String reason = fields.text(NOT_APPLICABLE, Evidence.MAX_NOTE);
    if (fields.has("choice") || fields.has("evidence")) {
      findings.error(
          line,
          place,
          "Une question sans objet n’a ni choix ni preuve\u00a0: gardez l’un ou l’autre.",
          "A question that does not apply has neither choice nor evidence: keep one or the other.");
    }
    if (reason.isBlank()) {
      return Answer.UNKNOWN;
    }
    String acceptedBy = fields.textOr("accepted-by", SHORT);
    if (acceptedBy.isBlank()) {
      findings.warning(
          line,
          place,
          "Sans objet, mais personne d’autre ne l’a accepté (accepted-by)\u00a0: compte comme"
              + " «\u00a0ne sait pas\u00a0».",
          "Not applicable, but nobody else accepted it (accepted-by): counts as \"don't know\".");
      return new Answer.NotApplicable(reason, Optional.empty());
    }
    return new Answer.NotApplicable(reason, Optional.of(acceptedBy));
  }

  private Evidence evidence(Fields fields, String place, int validityMonths, LocalDate at) {
    EvidenceLevel level =
        fields.constantOr("evidence", EvidenceLevel.values()).orElse(EvidenceLevel.DECLARED);
    Optional<LocalDate> date = date(fields, "date", false);
    Optional<LocalDate> expires = date(fields, "expires", false);
    int line = fields.has("date") ? fields.lineOf("date") : fields.line();
    if (date.isPresent() && expires.isPresent() && expires.get().isBefore(date.get())) {
      findings.error(
          line,
          place,
          "Cette preuve expire avant d’avoir été établie\u00a0: corrigez une des deux dates.",
          "This evidence expires before it was established: correct one of the two dates.");
    }
    Evidence evidence =
        new Evidence(level, date, expires, fields.textOr("note", Evidence.MAX_NOTE));
    if (level != EvidenceLevel.DECLARED) {
      doubts(evidence, validityMonths, at, line, place);
    }
    return evidence;
  }

  /// What makes evidence count for less than it says.
  private void doubts(Evidence evidence, int validityMonths, LocalDate at, int line, String place) {
    if (evidence.date().isEmpty()) {
      findings.warning(
          line,
          place,
          "Preuve sans date\u00a0: elle compte comme une simple déclaration. Ajoutez «\u00a0date\u00a0»,"
              + " le jour où elle a été établie.",
          "Evidence without a date: it counts as declared only. Add \"date\", the day it was"
              + " established.");
      return;
    }
    if (evidence.date().get().isAfter(at)) {
      findings.warning(
          line,
          place,
          "Cette preuve date d’après le jour de l’évaluation\u00a0: elle compte comme une simple"
              + " déclaration.",
          "This evidence is dated after the day of the assessment: it counts as declared only.");
    }
    LocalDate last = evidence.lastDay(validityMonths).orElseThrow();
    if (evidence.expires().filter(last::isBefore).isPresent()) {
      findings.warning(
          line,
          place,
          "Pour cette question, une preuve vaut "
              + validityMonths
              + " mois\u00a0: celle-ci compte jusqu’au "
              + last
              + ", pas au-delà.",
          "Evidence for this question is good for "
              + validityMonths
              + " months: this one counts until "
              + last
              + ", not longer.");
    }
  }

  private Optional<LocalDate> date(Fields fields, String key, boolean needed) {
    String text = needed ? fields.text(key, ID) : fields.textOr(key, ID);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> date = Dates.parse(text);
    if (date.isEmpty()) {
      findings.error(
          fields.lineOf(key),
          fields.placeOf(key),
          "Il faut une date de ce siècle écrite année-mois-jour, comme 2026-11-24.",
          "A date of this century is needed, written year-month-day, such as 2026-11-24.");
    }
    return date;
  }

  private void strangeChoice(int line, String place, String choice, Question question) {
    List<String> known = question.choices().stream().map(Choice::id).toList();
    findings.unknown(strange, line, place, choice, known);
  }

  private void reasonNeeded(int line, String place) {
    findings.error(
        line,
        place,
        "Dites pourquoi cette question est sans objet\u00a0: {not-applicable: \"raison\"}.",
        "Say why this question does not apply: {not-applicable: \"reason\"}.");
  }
}
