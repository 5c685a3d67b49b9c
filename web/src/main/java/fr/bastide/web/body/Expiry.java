package fr.bastide.web.body;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Evidence;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Referential;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Evidence that no longer counts, or soon will not.
///
/// @param question what it is evidence for
/// @param level how strong it is until then
/// @param last the last day on which it counts
/// @param past whether that day is over
public record Expiry(Question question, EvidenceLevel level, LocalDate last, boolean past) {

  /// How many days ahead one is warned.
  static final int AHEAD_DAYS = 60;

  /// What expires in a sheet within [#AHEAD_DAYS] of a day, or has expired; earliest first.
  static List<Expiry> of(AnswerSheet sheet, Referential referential, LocalDate today) {
    return referential
        .questions(sheet.depth())
        .flatMap(question -> of(question, sheet, today).stream())
        .sorted(Comparator.comparing(Expiry::last))
        .toList();
  }

  private static Optional<Expiry> of(Question question, AnswerSheet sheet, LocalDate today) {
    return Stream.of(sheet.answer(question.id()))
        .filter(Answer.Given.class::isInstance)
        .map(answer -> ((Answer.Given) answer).evidence())
        .filter(evidence -> evidence.level() != EvidenceLevel.DECLARED)
        .flatMap(evidence ->
            evidence.lastDay(question.validityMonths()).stream()
                .map(day -> from(question, evidence, day, today)))
        .filter(expiry -> !expiry.last().isAfter(today.plusDays(AHEAD_DAYS)))
        .findFirst();
  }

  private static Expiry from(
      Question question, Evidence evidence, LocalDate last, LocalDate today) {
    return new Expiry(question, evidence.level(), last, today.isAfter(last));
  }
}
