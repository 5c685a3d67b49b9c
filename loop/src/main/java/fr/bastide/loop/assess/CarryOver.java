package fr.bastide.loop.assess;

import fr.bastide.assessment.Referential;
import fr.bastide.loop.AssessmentId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a new assessment of a body starts from: the latest answer to each question in all its
/// completed ones.
final class CarryOver {

  private final Assessments assessments;
  private final Referential referential;
  private final AnswerRules rules;

  CarryOver(Assessments assessments, Referential referential, AnswerRules rules) {
    this.assessments = assessments;
    this.referential = referential;
    this.rules = rules;
  }

  /// By question, as first answers of a new assessment. An answer that no longer fits its question
  /// is left out, and none that it replaced comes back in its place.
  Map<String, StoredAnswer> from(List<Assessment> before) {
    Map<String, StoredAnswer> latest = new LinkedHashMap<>();
    before.stream()
        .flatMap(past -> past.completedAt().map(at -> new Past(past.id(), at)).stream())
        .sorted(Comparator.comparing(Past::at).reversed())
        .forEach(past -> assessments.answers(past.id()).forEach(latest::putIfAbsent));
    Map<String, StoredAnswer> carried = new LinkedHashMap<>();
    latest.forEach((question, stored) -> {
      if (fits(stored)) {
        carried.put(question, asFirst(stored));
      }
    });
    return carried;
  }

  private boolean fits(StoredAnswer stored) {
    return referential
        .question(stored.question())
        .filter(question -> rules.fits(question, stored.answer()))
        .isPresent();
  }

  private static StoredAnswer asFirst(StoredAnswer a) {
    return new StoredAnswer(a.question(), a.answer(), 1, a.author(), a.authorName(), a.at());
  }

  /// A completed assessment.
  private record Past(AssessmentId id, Instant at) {}
}
