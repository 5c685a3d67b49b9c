package fr.bastide.print.plot;

import fr.bastide.print.plot.Canvas.Anchor;
import fr.bastide.print.plot.Canvas.Pen;
import fr.bastide.print.plot.Canvas.Spot;
import java.util.ArrayList;
import java.util.List;

/// Scores over time with their intervals; a new scale or another depth breaks the line.
final class ScoreHistory {

  private static final int WIDTH = 420;
  private static final int HEIGHT = 250;
  private static final double FOOT = 206;

  private ScoreHistory() {}

  static Plot draw(Plots plots, List<HistoryPoint> points) {
    if (points.isEmpty()) {
      throw new IllegalArgumentException("a history needs points");
    }
    Canvas canvas = plots.canvas(WIDTH, HEIGHT);
    Axis up = new Axis(0, 100, FOOT, 30);
    Axis across = across(points);
    Pen left = Pen.PLAIN.sized(12).anchored(Anchor.END);
    for (double score : up.ticks(4)) {
      canvas.line(new Spot(34, up.at(score)), new Spot(WIDTH, up.at(score)), Hue.STONE, 1);
      canvas.text(new Spot(28, up.at(score) + 4), plots.figures().score(score), left);
    }
    lines(canvas, points, across, up);
    breaks(canvas, plots, points, across);
    marks(canvas, points, across, up);
    dates(canvas, plots, points, across);
    String title = plots.say("history.title");
    return plots.plot("history", canvas, title, description(plots, points), table(plots, points));
  }

  private static Axis across(List<HistoryPoint> points) {
    double first = day(points.getFirst());
    double last = day(points.getLast());
    return last > first ? new Axis(first, last, 72, 384) : new Axis(first - 1, first + 1, 72, 384);
  }

  private static void lines(Canvas canvas, List<HistoryPoint> points, Axis across, Axis up) {
    List<Spot> run = new ArrayList<>();
    HistoryPoint before = points.getFirst();
    for (HistoryPoint point : points) {
      if (!point.comparesWith(before)) {
        joined(canvas, run);
        run = new ArrayList<>();
      }
      before = point;
      run.add(new Spot(across.at(day(point)), up.at(point.total().point())));
    }
    joined(canvas, run);
  }

  private static void joined(Canvas canvas, List<Spot> run) {
    if (run.size() > 1) {
      canvas.path(run, Hue.RIVER, 2);
    }
  }

  private static void breaks(Canvas canvas, Plots plots, List<HistoryPoint> points, Axis across) {
    for (int i = 1; i < points.size(); i++) {
      HistoryPoint before = points.get(i - 1);
      HistoryPoint after = points.get(i);
      if (!before.comparesWith(after)) {
        double x = (across.at(day(before)) + across.at(day(after))) / 2;
        canvas.dashed(new Spot(x, 20), new Spot(x, FOOT), Hue.INK, 1);
        Pen pen = Pen.PLAIN.sized(12).anchored(x > 300 ? Anchor.END : Anchor.MIDDLE);
        canvas.text(new Spot(x, 14), broken(plots, before, after), pen);
      }
    }
  }

  /// What is new from here on: the scale, which also goes before the depth.
  private static String broken(Plots plots, HistoryPoint before, HistoryPoint after) {
    return before.scaleVersion().equals(after.scaleVersion())
        ? plots.say("report.depth." + after.depth())
        : plots.say("history.break", after.scaleVersion());
  }

  private static void marks(Canvas canvas, List<HistoryPoint> points, Axis across, Axis up) {
    for (HistoryPoint point : points) {
      double x = across.at(day(point));
      double high = up.at(point.total().high());
      double low = up.at(point.total().low());
      canvas.line(new Spot(x, low), new Spot(x, high), Hue.INK, 1.5);
      canvas.line(new Spot(x - 5, low), new Spot(x + 5, low), Hue.INK, 1.5);
      canvas.line(new Spot(x - 5, high), new Spot(x + 5, high), Hue.INK, 1.5);
      double y = up.at(point.total().point());
      GradeTiles.tile(canvas, new Spot(x - 10, y - 10), 20, point.grade());
    }
  }

  private static void dates(Canvas canvas, Plots plots, List<HistoryPoint> points, Axis across) {
    canvas.line(new Spot(34, FOOT), new Spot(WIDTH, FOOT), Hue.INK, 1);
    double free = Double.NEGATIVE_INFINITY;
    Pen pen = Pen.PLAIN.sized(12).anchored(Anchor.MIDDLE);
    for (HistoryPoint point : points) {
      double x = across.at(day(point));
      canvas.line(new Spot(x, FOOT), new Spot(x, FOOT + 5), Hue.INK, 1);
      if (x - 34 >= free) {
        canvas.text(new Spot(x, FOOT + 20), plots.figures().shortDay(point.date()), pen);
        free = x + 34;
      }
    }
    canvas.text(new Spot(0, HEIGHT - 6), plots.say("history.legend"), Pen.PLAIN.sized(12));
  }

  private static String description(Plots plots, List<HistoryPoint> points) {
    Figures figures = plots.figures();
    HistoryPoint last = points.getLast();
    String now =
        plots.say(
            "history.desc",
            plots.count("history.assessments", points.size()),
            figures.day(last.date()),
            figures.score(last.total().point()),
            last.grade().name());
    long scales = points.stream().map(HistoryPoint::scaleVersion).distinct().count();
    long depths = points.stream().map(HistoryPoint::depth).distinct().count();
    return now
        + (scales > 1 ? " " + plots.say("history.scales") : "")
        + (depths > 1 ? " " + plots.say("history.depths") : "");
  }

  private static PlotTable table(Plots plots, List<HistoryPoint> points) {
    Figures figures = plots.figures();
    List<List<String>> rows =
        points.stream()
            .map(p ->
                List.of(
                    figures.day(p.date()),
                    figures.score(p.total().point()),
                    figures.range(p.total()),
                    p.grade().name(),
                    p.scaleVersion(),
                    plots.say("report.depth." + p.depth())))
            .toList();
    List<String> headers =
        List.of(
            plots.say("table.date"),
            plots.say("table.score"),
            plots.say("table.interval"),
            plots.say("table.grade"),
            plots.say("table.scale"),
            plots.say("table.depth"));
    return new PlotTable(plots.say("history.title"), headers, rows);
  }

  private static double day(HistoryPoint point) {
    return point.date().toEpochDay();
  }
}
