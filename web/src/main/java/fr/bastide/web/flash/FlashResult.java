package fr.bastide.web.flash;

import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Cost;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Score;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Money;
import fr.bastide.print.plot.Plot;
import fr.bastide.print.plot.Plots;
import fr.bastide.web.assessment.CapReading;
import fr.bastide.web.assessment.QuestionReading;
import fr.bastide.web.assessment.Wordings;
import fr.bastide.web.frame.Texts;
import java.util.Comparator;
import java.util.List;

/// The result of a flash assessment in one language, ready to be shown.
///
/// @param entry what was answered
/// @param score where the body stands
/// @param gauge the score as a picture
/// @param caps what bounds the grade
/// @param first what to do first
/// @param answers each answer with what it costs, dearest first
/// @param words how figures are written
public record FlashResult(
    FlashEntry entry,
    Score score,
    Plot gauge,
    List<CapReading> caps,
    FirstSteps first,
    List<QuestionReading> answers,
    Wordings words) {

  private static final List<Money> CLASSES =
      List.of(
          Money.ZERO,
          Money.euros(500),
          Money.euros(2_000),
          Money.euros(5_000),
          Money.euros(15_000));

  public FlashResult {
    caps = List.copyOf(caps);
    answers = List.copyOf(answers);
  }

  static FlashResult of(
      FlashEntry entry,
      AnswerSheet sheet,
      Score score,
      FirstSteps first,
      Referential referential,
      Language language) {
    Wordings words = new Wordings(Texts.in(language));
    return new FlashResult(
        entry,
        score,
        Plots.forPage(language).gauge(score, referential.scale()),
        CapReading.all(score, referential),
        first,
        score.questions().stream()
            .map(q -> QuestionReading.of(q, sheet, referential))
            .sorted(Comparator.comparingDouble((QuestionReading q) -> -q.score().cost()))
            .toList(),
        words);
  }

  /// How many questions the flash assessment asks.
  public static int questions(Referential referential) {
    return (int) referential.questions(Depth.FLASH).count();
  }

  /// How many questions nobody could answer.
  public long unknown() {
    return score.questions().stream().filter(q -> q.standing() == Score.Standing.UNKNOWN).count();
  }

  /// The order of magnitude of what a measure costs in its first year, setup and subscription
  /// together: a flash assessment knows no more.
  public String price(Cost cost) {
    Money year = cost.setup().plus(cost.yearly());
    Texts texts = words.texts();
    for (Money most : CLASSES) {
      if (year.compareTo(most) <= 0) {
        return most.equals(Money.ZERO)
            ? texts.get("flash.price.free")
            : texts.get("flash.price.up-to", most.format(texts.language()));
      }
    }
    return texts.get("flash.price.above", CLASSES.getLast().format(texts.language()));
  }
}
