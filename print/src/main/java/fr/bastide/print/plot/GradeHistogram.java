package fr.bastide.print.plot;

import fr.bastide.assessment.Grade;
import fr.bastide.print.plot.Canvas.Anchor;
import fr.bastide.print.plot.Canvas.Pen;
import fr.bastide.print.plot.Canvas.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How many bodies of a territory have each grade.
final class GradeHistogram {

  private static final int WIDTH = 420;
  private static final double FOOT = 176;
  private static final double TALLEST = 140;
  private static final double COLUMN = WIDTH / 6.0;

  private GradeHistogram() {}

  static Plot draw(Plots plots, String area, Map<Grade, Integer> counts, int unassessed) {
    Canvas canvas = plots.canvas(WIDTH, 232);
    int most = Math.max(1, unassessed);
    int assessed = 0;
    for (Grade grade : Grade.values()) {
      most = Math.max(most, counts.getOrDefault(grade, 0));
      assessed += counts.getOrDefault(grade, 0);
    }
    double x = 0;
    for (Grade grade : Grade.values()) {
      column(canvas, plots, x, counts.getOrDefault(grade, 0), most, Hue.of(grade));
      GradeTiles.tile(canvas, new Spot(x + COLUMN / 2 - 14, FOOT + 8), 28, grade);
      x += COLUMN;
    }
    if (unassessed > 0) {
      unassessed(canvas, plots, x, unassessed, most);
    }
    canvas.line(new Spot(0, FOOT), new Spot(WIDTH, FOOT), Hue.INK, 1);
    canvas.text(new Spot(0, 228), plots.say("grades.legend"), Pen.PLAIN.sized(12));
    String title = plots.say("grades.title", area);
    String counted = plots.count("grades.assessed", assessed);
    String description =
        unassessed > 0
            ? plots.say("grades.desc", counted, plots.figures().number(unassessed))
            : counted + ".";
    return plots.plot(
        "grades", canvas, title, description, table(plots, title, counts, unassessed));
  }

  private static void unassessed(Canvas canvas, Plots plots, double x, int count, int most) {
    column(canvas, plots, x, count, most, Hue.STONE);
    double tall = TALLEST * count / most;
    canvas.frame(x + 10, FOOT - tall, COLUMN - 20, tall, Hue.INK, 1);
    Pen below = Pen.PLAIN.sized(12).anchored(Anchor.MIDDLE);
    canvas.text(new Spot(x + COLUMN / 2, FOOT + 20), plots.say("grades.without.1"), below);
    canvas.text(new Spot(x + COLUMN / 2, FOOT + 35), plots.say("grades.without.2"), below);
  }

  private static void column(Canvas canvas, Plots plots, double x, int count, int most, Hue hue) {
    double tall = TALLEST * count / most;
    canvas.rect(x + 10, FOOT - tall, COLUMN - 20, tall, 0, hue);
    Pen above = Pen.PLAIN.heavy().anchored(Anchor.MIDDLE);
    String number = plots.figures().number(count);
    canvas.text(new Spot(x + COLUMN / 2, FOOT - tall - 6), number, above);
  }

  private static PlotTable table(
      Plots plots, String caption, Map<Grade, Integer> counts, int unassessed) {
    List<List<String>> rows = new ArrayList<>();
    for (Grade grade : Grade.values()) {
      int count = counts.getOrDefault(grade, 0);
      rows.add(List.of(grade.name(), plots.figures().number(count)));
    }
    if (unassessed > 0) {
      rows.add(List.of(plots.say("grades.without"), plots.figures().number(unassessed)));
    }
    List<String> headers = List.of(plots.say("table.grade"), plots.say("table.bodies"));
    return new PlotTable(caption, headers, rows);
  }
}
