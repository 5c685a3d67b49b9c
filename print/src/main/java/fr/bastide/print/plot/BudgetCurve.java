package fr.bastide.print.plot;

import fr.bastide.assessment.plan.Planner.BudgetPoint;
import fr.bastide.kernel.Money;
import fr.bastide.print.plot.Canvas.Anchor;
import fr.bastide.print.plot.Canvas.Pen;
import fr.bastide.print.plot.Canvas.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The best reachable score against the budget.
final class BudgetCurve {

  private static final int WIDTH = 420;
  private static final int HEIGHT = 270;

  private BudgetCurve() {}

  static Plot draw(Plots plots, List<BudgetPoint> points, Optional<Money> chosen) {
    if (points.isEmpty()) {
      throw new IllegalArgumentException("a curve needs points");
    }
    Axis across = new Axis(0, Math.max(100, euros(points.getLast().budget())), 34, 404);
    Axis up = vertical(points);
    Canvas canvas = plots.canvas(WIDTH, HEIGHT);
    grid(canvas, plots, across, up);
    List<Spot> line = new ArrayList<>();
    for (BudgetPoint point : points) {
      line.add(new Spot(across.at(euros(point.budget())), up.at(point.point())));
    }
    canvas.path(line, Hue.RIVER, 2.5);
    line.forEach(spot -> canvas.dot(spot, 3.5, Hue.RIVER, Hue.PAPER, 1));
    chosen.ifPresent(budget -> mark(canvas, plots, points, budget, across, up));
    String title = plots.say("curve.title");
    return plots.plot("curve", canvas, title, description(plots, points), table(plots, points));
  }

  private static Axis vertical(List<BudgetPoint> points) {
    double least = points.stream().mapToDouble(BudgetPoint::point).min().orElse(0);
    double most = points.stream().mapToDouble(BudgetPoint::point).max().orElse(100);
    double from = Math.max(0, Math.floor(least / 10) * 10 - (least % 10 < 2 ? 10 : 0));
    double to = Math.max(from + 20, Math.min(100, Math.ceil((most + 1) / 10) * 10));
    return new Axis(from, to, 222, 22);
  }

  private static void grid(Canvas canvas, Plots plots, Axis across, Axis up) {
    Pen left = Pen.PLAIN.sized(12).anchored(Anchor.END);
    for (double score : up.ticks(6)) {
      double y = up.at(score);
      canvas.line(new Spot(34, y), new Spot(404, y), Hue.STONE, 1);
      canvas.text(new Spot(28, y + 4), plots.figures().score(score), left);
    }
    Pen below = Pen.PLAIN.sized(12).anchored(Anchor.MIDDLE);
    for (double euros : across.ticks(4)) {
      double x = across.at(euros);
      canvas.line(new Spot(x, 222), new Spot(x, 227), Hue.INK, 1);
      Spot at = new Spot(Math.clamp(x, 34, 390), 242);
      canvas.text(at, plots.figures().money(Money.euros((long) euros)), below);
    }
    canvas.line(new Spot(34, 222), new Spot(404, 222), Hue.INK, 1);
    canvas.text(new Spot(0, 12), plots.say("curve.up"), Pen.PLAIN.sized(12));
    canvas.text(
        new Spot(404, 262), plots.say("curve.across"), Pen.PLAIN.sized(12).anchored(Anchor.END));
  }

  private static void mark(
      Canvas canvas, Plots plots, List<BudgetPoint> points, Money budget, Axis across, Axis up) {
    double euros = Math.clamp(euros(budget), across.from(), across.to());
    double x = across.at(euros);
    double reached = reached(points, budget);
    canvas.dashed(new Spot(x, 222), new Spot(x, up.at(reached)), Hue.WALL, 1.5);
    canvas.dot(new Spot(x, up.at(reached)), 6, Hue.PAPER, Hue.WALL, 3);
    boolean right = x < 220;
    Pen pen = Pen.PLAIN.heavy().in(Hue.WALL).anchored(right ? Anchor.START : Anchor.END);
    String said =
        plots.say("curve.chosen", plots.figures().money(budget), plots.figures().score(reached));
    canvas.text(new Spot(right ? x + 8 : x - 8, 214), said, pen);
  }

  /// The score reached with a budget: the best of the points it can pay.
  private static double reached(List<BudgetPoint> points, Money budget) {
    double best = points.getFirst().point();
    for (BudgetPoint point : points) {
      if (point.budget().compareTo(budget) <= 0) {
        best = Math.max(best, point.point());
      }
    }
    return best;
  }

  private static String description(Plots plots, List<BudgetPoint> points) {
    Figures figures = plots.figures();
    BudgetPoint first = points.getFirst();
    BudgetPoint last = points.getLast();
    return plots.say(
        "curve.desc",
        figures.score(first.point()),
        figures.score(last.point()),
        figures.money(last.budget()));
  }

  private static PlotTable table(Plots plots, List<BudgetPoint> points) {
    Figures figures = plots.figures();
    List<List<String>> rows =
        points.stream()
            .map(p ->
                List.of(
                    figures.money(p.budget()),
                    figures.score(p.point()),
                    Integer.toString(p.measures())))
            .toList();
    List<String> headers =
        List.of(plots.say("table.budget"), plots.say("table.reached"), plots.say("table.measures"));
    return new PlotTable(plots.say("curve.title"), headers, rows);
  }

  private static double euros(Money money) {
    return money.cents() / 100.0;
  }
}
