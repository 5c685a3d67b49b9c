package fr.bastide.print.plot;

import fr.bastide.assessment.Grade;
import fr.bastide.print.plot.Canvas.Anchor;
import fr.bastide.print.plot.Canvas.Pen;
import fr.bastide.print.plot.Canvas.Spot;
import java.util.List;

/// Grades as letters in tiles, like the squares of a bastide's plan.
final class GradeTiles {

  private static final int SIDE = 64;

  private GradeTiles() {}

  static Plot badge(Plots plots, Grade grade) {
    String title = plots.say("grade.title", grade.name());
    String description = plots.say("grade." + grade.name());
    Canvas canvas = plots.canvas(SIDE, SIDE);
    tile(canvas, new Spot(2, 2), SIDE - 4, grade);
    PlotTable table =
        new PlotTable(
            title,
            List.of(plots.say("table.grade"), plots.say("table.meaning")),
            List.of(List.of(grade.name(), description)));
    return plots.plot("grade-" + grade.name(), canvas, title, description, table);
  }

  /// A filled tile with its letter.
  static void tile(Canvas canvas, Spot corner, double side, Grade grade) {
    canvas.rect(corner.x(), corner.y(), side, side, side / 10, Hue.of(grade));
    letter(canvas, corner, side, grade, Hue.PAPER);
  }

  /// The row of the five letters; the one reached is filled and larger.
  static void row(Canvas canvas, Spot corner, double side, Grade reached) {
    double gap = side / 6;
    double x = corner.x();
    for (Grade grade : Grade.values()) {
      if (grade == reached) {
        double large = side * 1.5;
        tile(canvas, new Spot(x, corner.y() - (large - side) / 2), large, grade);
        x += large + gap;
      } else {
        canvas.rect(x, corner.y(), side, side, side / 10, Hue.STONE);
        letter(canvas, new Spot(x, corner.y()), side, grade, Hue.INK);
        x += side + gap;
      }
    }
  }

  private static void letter(Canvas canvas, Spot corner, double side, Grade grade, Hue hue) {
    double size = side * 0.62;
    Pen pen = Pen.PLAIN.sized(size).heading().in(hue).anchored(Anchor.MIDDLE);
    Spot foot = new Spot(corner.x() + side / 2, corner.y() + side / 2 + size * 0.34);
    canvas.text(foot, grade.name(), pen);
  }
}
