package fr.bastide.web.assessment;

import fr.bastide.assessment.Cap;
import fr.bastide.assessment.Choice;
import fr.bastide.assessment.Grade;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Score;
import fr.bastide.kernel.Text;
import java.util.List;
import java.util.Optional;

/// A cap in force, its reason, and how to lift it.
///
/// @param grade the best grade possible until it is lifted
/// @param question the question to work on
/// @param reason why, in a sentence; empty for a vital answer that is said and not checked
/// @param lift the answer that lifts it; empty when only evidence is missing
public record CapReading(
    Grade grade, Question question, Optional<Text> reason, Optional<Choice> lift) {

  /// The caps of a score, worst first.
  public static List<CapReading> all(Score score, Referential referential) {
    return score.caps().stream().flatMap(bite -> of(bite, referential).stream()).toList();
  }

  private static Optional<CapReading> of(Score.CapBite bite, Referential referential) {
    Optional<Cap> cap =
        referential.scale().caps().stream().filter(c -> c.id().equals(bite.id())).findFirst();
    return referential
        .question(bite.question())
        .map(question ->
            new CapReading(
                bite.grade(),
                question,
                cap.map(Cap::reason),
                cap.flatMap(c -> question.choice(c.choice()))));
  }
}
