package fr.bastide.print.plot;

import fr.bastide.assessment.Grade;
import fr.bastide.assessment.Scale;
import fr.bastide.assessment.Score;
import fr.bastide.print.plot.Canvas.Anchor;
import fr.bastide.print.plot.Canvas.Pen;
import fr.bastide.print.plot.Canvas.Spot;
import java.util.List;

/// The score as a number, a grade and an interval on a straight scale.
final class ScoreGauge {

  private static final int WIDTH = 420;
  private static final int HEIGHT = 176;
  private static final double LEFT = 10;
  private static final double SPAN = WIDTH - 2 * LEFT;
  private static final double TOP = 98;
  private static final double THICK = 18;

  private ScoreGauge() {}

  static Plot draw(Plots plots, Score score, Scale scale) {
    Figures figures = plots.figures();
    Score.Interval total = score.total();
    Canvas canvas = plots.canvas(WIDTH, HEIGHT);
    String points = figures.score(total.point());
    canvas.text(new Spot(LEFT - 2, 64), points, Pen.PLAIN.sized(66).heading());
    double after = LEFT + 6 + points.length() * 35.0;
    canvas.text(new Spot(after, 64), "/" + plots.say("gauge.of"), Pen.PLAIN.sized(20));
    GradeTiles.row(canvas, new Spot(204, 26), 32, score.grade());
    bar(canvas, total);
    thresholds(canvas, scale, figures);
    String legend =
        plots.say("gauge.legend", figures.score(total.low()), figures.score(total.high()));
    canvas.text(new Spot(LEFT, 164), legend, Pen.PLAIN);

    String title = plots.say("gauge.title", points, score.grade().name());
    String description = description(plots, score);
    return plots.plot("gauge", canvas, title, description, table(plots, score, title));
  }

  private static void bar(Canvas canvas, Score.Interval total) {
    double low = at(total.low());
    double high = at(total.high());
    canvas.rect(LEFT, TOP, SPAN, THICK, 3, Hue.STONE);
    canvas.rect(low, TOP, Math.max(2, high - low), THICK, 3, Hue.RIVER);
    double point = at(total.point());
    canvas.dot(new Spot(point, TOP + THICK / 2), 8, Hue.PAPER, Hue.INK, 3);
  }

  private static void thresholds(Canvas canvas, Scale scale, Figures figures) {
    Pen pen = Pen.PLAIN.sized(12).anchored(Anchor.MIDDLE);
    for (Grade grade : List.of(Grade.D, Grade.C, Grade.B, Grade.A)) {
      Double least = scale.thresholds().get(grade);
      if (least != null) {
        double x = at(least);
        canvas.line(new Spot(x, TOP - 3), new Spot(x, TOP + THICK + 5), Hue.INK, 1);
        String mark = grade.name() + " " + figures.score(least);
        canvas.text(new Spot(x, TOP + THICK + 19), mark, pen);
      }
    }
  }

  private static String description(Plots plots, Score score) {
    Figures figures = plots.figures();
    Score.Interval total = score.total();
    String read =
        plots.say(
            "gauge.desc",
            figures.score(total.point()),
            score.grade().name(),
            figures.score(total.low()),
            figures.score(total.high()));
    return score.uncapped() == score.grade()
        ? read
        : read + " " + plots.say("gauge.capped", score.uncapped().name());
  }

  private static PlotTable table(Plots plots, Score score, String caption) {
    Figures figures = plots.figures();
    Score.Interval total = score.total();
    return new PlotTable(
        caption,
        List.of(plots.say("table.what"), plots.say("table.value")),
        List.of(
            List.of(plots.say("table.low"), figures.score(total.low())),
            List.of(plots.say("table.point"), figures.score(total.point())),
            List.of(plots.say("table.high"), figures.score(total.high())),
            List.of(plots.say("table.grade"), score.grade().name()),
            List.of(plots.say("table.uncapped"), score.uncapped().name()),
            List.of(plots.say("table.scale"), score.scaleVersion())));
  }

  private static double at(double score) {
    return LEFT + SPAN * Math.clamp(score, 0, 100) / 100;
  }
}
