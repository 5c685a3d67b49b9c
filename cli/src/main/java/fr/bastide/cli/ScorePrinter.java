package fr.bastide.cli;

import fr.bastide.assessment.Cap;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Score;
import fr.bastide.kernel.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Prints a score as text: the whole, the caps, the themes, and what costs most.
final class ScorePrinter {

  private static final int BAR = 30;
  private static final int WORST = 8;

  private final Console console;
  private final Referential referential;

  ScorePrinter(Console console, Referential referential) {
    this.console = console;
    this.referential = referential;
  }

  void print(String body, Score score) {
    Score.Interval total = score.total();
    console.say(
        line("%s\u00a0: %.1f sur 100, note %s (entre %.1f et %.1f), barème %s", body, total, score),
        line(
            "%s: %.1f out of 100, grade %s (between %.1f and %.1f), scale %s", body, total, score));
    score.caps().forEach(this::cap);
    console.out().println();
    for (Score.ThemeScore theme : score.themes()) {
      String name =
          referential.theme(theme.theme()).map(t -> t.name().in(console.language())).orElse("");
      console.out().println(bar(theme.score()) + number(" %5.1f  ", theme.score().point()) + name);
    }
    console.out().println();
    console.say("Ce qui coûte le plus\u00a0:", "What costs most:");
    worst(score).forEach(this::cost);
  }

  private String line(String format, String body, Score.Interval total, Score score) {
    return String.format(
        console.language().locale(),
        format,
        body,
        total.point(),
        score.grade(),
        total.low(),
        total.high(),
        score.scaleVersion());
  }

  private void cap(Score.CapBite bite) {
    String reason =
        referential.scale().caps().stream()
            .filter(c -> c.id().equals(bite.id()))
            .findFirst()
            .map(Cap::reason)
            .map(text -> text.in(console.language()))
            .orElseGet(() -> question(bite.question()));
    console.say(
        "  Note plafonnée à " + bite.grade() + "\u00a0: " + reason,
        "  Grade capped at " + bite.grade() + ": " + reason);
  }

  private List<Score.QuestionScore> worst(Score score) {
    return score.questions().stream()
        .filter(q -> q.cost() >= 0.05)
        .sorted(Comparator.comparingDouble(Score.QuestionScore::cost).reversed())
        .limit(WORST)
        .toList();
  }

  private void cost(Score.QuestionScore one) {
    console.out().println(number("  −%4.1f  ", one.cost()) + question(one.question()));
  }

  private String question(String id) {
    return referential
        .question(id)
        .map(Question::text)
        .map(t -> t.in(console.language()))
        .orElse(id);
  }

  private String number(String format, double value) {
    Locale locale = console.language() == Language.FR ? Locale.FRANCE : Locale.UK;
    return String.format(locale, format, value);
  }

  private static String bar(Score.Interval interval) {
    StringBuilder bar = new StringBuilder("  ");
    for (int i = 0; i < BAR; i++) {
      double at = (i + 0.5) * 100 / BAR;
      bar.append(
          at < interval.low()
              ? '█'
              : at < interval.point() ? '▓' : at < interval.high() ? '░' : '·');
    }
    return bar.toString();
  }
}
