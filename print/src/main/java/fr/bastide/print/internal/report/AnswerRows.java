package fr.bastide.print.internal.report;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.Evidence;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.References;
import fr.bastide.assessment.Score;
import fr.bastide.print.internal.report.WholeReport.AnswerRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How answers are said.
final class AnswerRows {

  private final Frame frame;

  AnswerRows(Frame frame) {
    this.frame = frame;
  }

  /// The questions of a theme that were scored, in order.
  List<AnswerRow> rows(String theme, Map<String, Score.QuestionScore> scores) {
    List<AnswerRow> rows = new ArrayList<>();
    for (Question question : frame.content().referential().questions().values()) {
      Score.QuestionScore score = scores.get(question.id());
      if (question.theme().equals(theme) && score != null) {
        rows.add(row(question, score));
      }
    }
    return rows;
  }

  private AnswerRow row(Question question, Score.QuestionScore score) {
    Answer answer = frame.content().sheet().answer(question.id());
    return new AnswerRow(
        question.id(),
        question.text().in(frame.language()),
        answer(question, answer, score.standing()),
        evidence(question, answer, score.trust()),
        frame.figures().number(score.cost()),
        references(question.references()));
  }

  private static String references(References references) {
    List<String> ids = new ArrayList<>();
    references.hygiene().forEach(id -> ids.add("ANSSI " + id));
    references.iso27002().forEach(id -> ids.add("ISO " + id));
    references.recyf().forEach(id -> ids.add("ReCyF " + id));
    ids.addAll(references.attack());
    return String.join(" · ", ids);
  }

  private String answer(Question question, Answer answer, Score.Standing standing) {
    return switch (standing) {
      case UNKNOWN, MOOT, NOT_EXPOSED -> frame.say("standing." + standing);
      case ANSWERED, NOT_APPLICABLE, NOT_APPLICABLE_PENDING -> said(question, answer, standing);
    };
  }

  private String said(Question question, Answer answer, Score.Standing standing) {
    return switch (answer) {
      case Answer.Given given ->
          question
              .choice(given.choice())
              .map(c -> c.text().in(frame.language()))
              .orElse(given.choice());
      case Answer.NotApplicable na ->
          frame.say("standing." + standing, na.reason(), na.acceptedBy().orElse("—"));
      case Answer.Unknown unknown -> frame.say("standing.UNKNOWN");
    };
  }

  private String evidence(Question question, Answer answer, Optional<EvidenceLevel> trust) {
    return answer instanceof Answer.Given given && trust.isPresent()
        ? evidence(question, given.evidence(), trust.get())
        : frame.say("whole.none");
  }

  /// Why evidence counts as words only.
  private String flaw(Evidence evidence) {
    if (evidence.date().isEmpty()) {
      return "undated";
    }
    boolean later = evidence.date().get().isAfter(frame.content().sheet().at());
    return later ? "later" : "expired";
  }

  private String evidence(Question question, Evidence evidence, EvidenceLevel counted) {
    String level = frame.say("evidence." + evidence.level());
    List<String> parts = new ArrayList<>();
    parts.add(
        evidence
            .date()
            .map(d -> frame.say("evidence.dated", level, frame.figures().shortDay(d)))
            .orElse(level));
    if (counted.compareTo(evidence.level()) < 0) {
      parts.add(frame.say("evidence." + flaw(evidence)));
    } else {
      evidence
          .expires()
          .filter(d -> evidence.lastDay(question.validityMonths()).filter(d::equals).isPresent())
          .map(d -> frame.say("evidence.until", frame.figures().shortDay(d)))
          .ifPresent(parts::add);
    }
    if (!evidence.note().isBlank()) {
      parts.add(Frame.shortened(evidence.note().strip(), 300));
    }
    return String.join(", ", parts);
  }
}
