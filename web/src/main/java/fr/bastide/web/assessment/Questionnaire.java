package fr.bastide.web.assessment;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Condition;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.Scorer;
import fr.bastide.assessment.Theme;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.assess.AssessmentView;
import fr.bastide.loop.assess.StoredAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The questions of an assessment with their answers, theme by theme.
///
/// @param view the assessment
/// @param referential what is asked
/// @param rights what the caller may do
public record Questionnaire(AssessmentView view, Referential referential, Rights rights) {

  static Questionnaire of(AssessmentView view, Referential referential, Rights rights) {
    return new Questionnaire(
        view, referential, view.assessment().open() ? rights : rights.forCompleted());
  }

  /// Whether a question counted like this is asked. One that nobody answered and that counts as not
  /// applicable stands behind another that is.
  static boolean asked(Score.QuestionScore score, Optional<StoredAnswer> stored) {
    return switch (score.standing()) {
      case ANSWERED, UNKNOWN, NOT_APPLICABLE_PENDING -> true;
      case MOOT, NOT_EXPOSED -> false;
      case NOT_APPLICABLE ->
          stored
              .map(StoredAnswer::answer)
              .filter(Answer.NotApplicable.class::isInstance)
              .isPresent();
    };
  }

  /// The themes that this depth asks about.
  public List<ThemeProgress> themes() {
    Map<String, int[]> counts = new LinkedHashMap<>();
    for (Score.QuestionScore score : view.score().questions()) {
      int[] count = counts.computeIfAbsent(question(score).theme(), theme -> new int[3]);
      if (asked(score, stored(score))) {
        count[0] += stored(score).isPresent() ? 1 : 0;
        count[1]++;
        count[2] += unknown(score) ? 1 : 0;
      }
    }
    List<ThemeProgress> themes = new ArrayList<>();
    for (Theme theme : referential.themes()) {
      Optional<Score.ThemeScore> score = view.score().theme(theme.id());
      int[] count = counts.get(theme.id());
      if (score.isPresent() && count != null) {
        themes.add(new ThemeProgress(theme, count[0], count[1], count[2], score.get()));
      }
    }
    return themes;
  }

  /// The progress of one theme.
  ///
  /// @throws NotFound when this depth does not ask about it
  public ThemeProgress theme(String id) {
    return themes().stream()
        .filter(progress -> progress.theme().id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /// The theme after another one, if there is one.
  public Optional<Theme> after(String id) {
    return themes().stream()
        .map(ThemeProgress::theme)
        .dropWhile(theme -> !theme.id().equals(id))
        .skip(1)
        .findFirst();
  }

  /// The questions of a theme, those not asked included.
  public List<QuestionCard> cards(String theme) {
    List<QuestionCard> cards = new ArrayList<>();
    for (Score.QuestionScore score : view.score().questions()) {
      Question question = question(score);
      if (question.theme().equals(theme)) {
        cards.add(card(question, score));
      }
    }
    return cards;
  }

  /// One question of a theme.
  ///
  /// @throws NotFound when it is not of this theme or depth
  public QuestionCard card(String theme, String question) {
    return cards(theme).stream()
        .filter(card -> card.question().id().equals(question))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /// The first question that nobody answered.
  public Optional<Question> next() {
    return unanswered().findFirst();
  }

  /// The questions that nobody answered.
  public Stream<Question> unanswered() {
    return view.score().questions().stream()
        .filter(score -> asked(score, stored(score)) && stored(score).isEmpty())
        .map(this::question);
  }

  /// The questions answered by *I don't know*.
  public Stream<Question> unknown() {
    return view.score().questions().stream()
        .filter(score -> score.standing() == Score.Standing.UNKNOWN && stored(score).isPresent())
        .map(this::question);
  }

  /// The questions whose *not applicable* nobody accepted yet.
  public Stream<Question> pending() {
    return view.score().questions().stream()
        .filter(score -> score.standing() == Score.Standing.NOT_APPLICABLE_PENDING)
        .map(this::question);
  }

  /// How many questions are asked now.
  public int askedNow() {
    return themes().stream().mapToInt(ThemeProgress::asked).sum();
  }

  /// How many of them somebody answered.
  public int answeredNow() {
    return themes().stream().mapToInt(ThemeProgress::answered).sum();
  }

  /// The same questionnaire once an answer is kept.
  Questionnaire with(StoredAnswer kept, Scorer scorer) {
    Map<String, StoredAnswer> answers = new HashMap<>(view.answers());
    answers.put(kept.question(), kept);
    AnswerSheet sheet = view.sheet().with(kept.question(), kept.answer());
    return new Questionnaire(
        new AssessmentView(
            view.body(),
            view.assessment(),
            answers,
            sheet,
            scorer.score(sheet),
            view.attachments()),
        referential,
        rights);
  }

  private QuestionCard card(Question question, Score.QuestionScore score) {
    Optional<StoredAnswer> stored = stored(score);
    return new QuestionCard(
        question,
        score,
        question.conditions().stream()
            .map(Condition::question)
            .map(referential::question)
            .flatMap(Optional::stream)
            .findFirst(),
        stored,
        stored.filter(a -> a.at().isBefore(view.assessment().startedAt())).isPresent(),
        AnswerForm.of(stored),
        view.attachments().stream().filter(a -> a.question().equals(question.id())).toList(),
        rights,
        view.assessment().depth() == Depth.FULL,
        Outcome.UNTOUCHED);
  }

  private static boolean unknown(Score.QuestionScore score) {
    return score.standing() == Score.Standing.UNKNOWN
        || score.standing() == Score.Standing.NOT_APPLICABLE_PENDING;
  }

  private Optional<StoredAnswer> stored(Score.QuestionScore score) {
    return Optional.ofNullable(view.answers().get(score.question()));
  }

  private Question question(Score.QuestionScore score) {
    return referential.question(score.question()).orElseThrow();
  }
}
