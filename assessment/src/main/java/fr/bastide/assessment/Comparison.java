package fr.bastide.assessment;

import fr.bastide.kernel.Text;
import java.util.ArrayList;
import java.util.List;

/// What changed between two scores of one body, or why they cannot be compared.
public sealed interface Comparison {

  /// They were computed in the same way; `after` minus `before`.
  ///
  /// @param low points won (or lost, when negative) on `low`
  /// @param point the same on `point`
  /// @param high the same on `high`
  /// @param before the grade before
  /// @param after the grade after
  /// @param questions the questions that count differently, in the order of the questionnaire
  record Change(
      double low,
      double point,
      double high,
      Grade before,
      Grade after,
      List<QuestionChange> questions)
      implements Comparison {

    public Change {
      questions = List.copyOf(questions);
    }
  }

  /// They were not computed in the same way: their difference would mean nothing.
  ///
  /// @param reason why, and what to do
  record Refused(Text reason) implements Comparison {}

  /// One question that counts differently.
  ///
  /// @param question its identifier
  /// @param before how it counted
  /// @param after how it counts
  record QuestionChange(String question, Score.QuestionScore before, Score.QuestionScore after) {}

  /// Compares two scores; refuses when their scales or their questions differ. Recompute the older
  /// answers with the newer referential first.
  static Comparison of(Score before, Score after) {
    if (!before.scaleVersion().equals(after.scaleVersion())) {
      return new Refused(
          new Text(
              "Ces deux scores suivent des barèmes différents ("
                  + before.scaleVersion()
                  + " et "
                  + after.scaleVersion()
                  + ")\u00a0: recalculez le plus ancien avec le barème du plus récent.",
              "These two scores follow different scales ("
                  + before.scaleVersion()
                  + " and "
                  + after.scaleVersion()
                  + "): recompute the older one with the scale of the newer one."));
    }
    List<QuestionChange> changes = new ArrayList<>();
    if (!collect(before, after, changes)) {
      return new Refused(
          new Text(
              "Ces deux scores ne portent pas sur les mêmes questions\u00a0: comparez deux"
                  + " évaluations de même profondeur.",
              "These two scores do not cover the same questions: compare two assessments of the"
                  + " same depth."));
    }
    return new Change(
        after.total().low() - before.total().low(),
        after.total().point() - before.total().point(),
        after.total().high() - before.total().high(),
        before.grade(),
        after.grade(),
        changes);
  }

  private static boolean collect(Score before, Score after, List<QuestionChange> changes) {
    if (before.questions().size() != after.questions().size()) {
      return false;
    }
    for (int i = 0; i < before.questions().size(); i++) {
      Score.QuestionScore was = before.questions().get(i);
      Score.QuestionScore is = after.questions().get(i);
      if (!was.question().equals(is.question())) {
        return false;
      }
      if (was.standing() != is.standing()
          || !was.value().equals(is.value())
          || !was.trust().equals(is.trust())) {
        changes.add(new QuestionChange(was.question(), was, is));
      }
    }
    return true;
  }
}
