package fr.bastide.print.plot;

import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Score;
import fr.bastide.print.plot.Canvas.Anchor;
import fr.bastide.print.plot.Canvas.Pen;
import fr.bastide.print.plot.Canvas.Spot;

/// One bar for each theme: the interval as a band, the point as a mark.
final class ThemeBars {

  private static final int WIDTH = 420;
  private static final int ROW = 38;
  private static final double BAR = 10;

  private ThemeBars() {}

  static Plot draw(Plots plots, Score score, Referential referential) {
    Figures figures = plots.figures();
    int height = Math.max(1, score.themes().size()) * ROW + 24;
    Canvas canvas = plots.canvas(WIDTH, height);
    double y = 0;
    for (Score.ThemeScore theme : score.themes()) {
      String name = ThemeRows.name(plots, referential, theme.theme());
      canvas.text(new Spot(0, y + 14), Canvas.fitted(name, 300, 13), Pen.PLAIN);
      Pen right = Pen.PLAIN.heavy().anchored(Anchor.END);
      canvas.text(new Spot(WIDTH, y + 14), figures.score(theme.score().point()), right);
      bar(canvas, theme.score(), y + 22);
      y += ROW;
    }
    Pen small = Pen.PLAIN.sized(12);
    canvas.text(new Spot(0, y + 14), plots.say("themes.legend"), small);
    String title = plots.say("bars.title");
    return plots.plot(
        "bars",
        canvas,
        title,
        ThemeRows.description(plots, score, referential),
        ThemeRows.table(plots, score, referential, title));
  }

  private static void bar(Canvas canvas, Score.Interval interval, double top) {
    canvas.rect(0, top, WIDTH, BAR, 2, Hue.STONE);
    double low = at(interval.low());
    double high = at(interval.high());
    canvas.rect(low, top, Math.max(2, high - low), BAR, 2, Hue.RIVER);
    double point = Math.clamp(at(interval.point()), 2, WIDTH - 2);
    canvas.rect(point - 2, top - 2, 4, BAR + 4, 0, Hue.INK);
  }

  private static double at(double score) {
    return WIDTH * Math.clamp(score, 0, 100) / 100;
  }
}
