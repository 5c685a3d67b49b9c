package fr.bastide.print.plot;

import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.print.plot.Canvas.Anchor;
import fr.bastide.print.plot.Canvas.Pen;
import fr.bastide.print.plot.Canvas.Spot;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// The steps of a plan as bars over months.
final class PlanTimeline {

  private static final int WIDTH = 420;
  private static final int TOP = 26;
  private static final int ROW = 36;

  private PlanTimeline() {}

  static Plot draw(Plots plots, Plan plan, Referential referential, YearMonth start) {
    int months = 6;
    for (Plan.Step step : plan.steps()) {
      months = Math.max(months, step.startMonth() + lasting(referential, step));
    }
    int height = TOP + Math.max(1, plan.steps().size()) * ROW + 24;
    Canvas canvas = plots.canvas(WIDTH, height);
    Axis across = new Axis(0, months, 0, WIDTH);
    months(canvas, plots, start, across, height - 24);
    double y = TOP;
    for (Plan.Step step : plan.steps()) {
      row(canvas, plots, step, referential, across, y);
      y += ROW;
    }
    if (plan.steps().isEmpty()) {
      canvas.text(new Spot(0, y + 20), plots.say("timeline.empty"), Pen.PLAIN);
    }
    canvas.text(new Spot(0, height - 6), plots.say("timeline.legend"), Pen.PLAIN.sized(12));
    String title = plots.say("timeline.title");
    String description =
        plots.say(
            "timeline.desc",
            plots.count("timeline.steps", plan.steps().size()),
            plots.figures().month(start),
            plots.figures().month(start.plusMonths(months - 1L)));
    PlotTable table = table(plots, plan, referential, start);
    return plots.plot("timeline", canvas, title, description, table);
  }

  private static void months(
      Canvas canvas, Plots plots, YearMonth start, Axis across, double foot) {
    int months = (int) across.to();
    int every = (months + 5) / 6;
    for (int month = 0; month < months; month++) {
      double x = across.at(month);
      boolean named = month % every == 0;
      canvas.line(new Spot(x, named ? 6 : TOP), new Spot(x, foot), Hue.STONE, 1);
      if (named) {
        String name = plots.figures().shortMonth(start.plusMonths(month));
        canvas.text(new Spot(x + 4, 16), name, Pen.PLAIN.sized(12));
      }
    }
  }

  private static void row(
      Canvas canvas, Plots plots, Plan.Step step, Referential referential, Axis across, double y) {
    double from = across.at(step.startMonth());
    double to = across.at(step.startMonth() + lasting(referential, step));
    String name = name(plots, referential, step.measure());
    String full = step.urgent() ? plots.say("timeline.urgent", name) : name;
    Pen pen = step.urgent() ? Pen.PLAIN.heavy() : Pen.PLAIN;
    boolean left = from < WIDTH / 2.0;
    double room = left ? WIDTH - from : to;
    String said = Canvas.fitted(full, room, step.urgent() ? 14.5 : 13);
    Anchor anchor = left ? Anchor.START : Anchor.END;
    canvas.text(new Spot(left ? from : to, y + 15), said, pen.anchored(anchor));
    canvas.rect(from, y + 20, Math.max(4, to - from), 10, 2, step.urgent() ? Hue.WALL : Hue.RIVER);
  }

  private static PlotTable table(Plots plots, Plan plan, Referential referential, YearMonth start) {
    Figures figures = plots.figures();
    List<List<String>> rows =
        plan.steps().stream()
            .map(s -> {
              long last = s.startMonth() + lasting(referential, s) - 1L;
              return List.of(
                  name(plots, referential, s.measure()),
                  figures.month(start.plusMonths(s.startMonth())),
                  figures.month(start.plusMonths(last)),
                  plots.say(s.urgent() ? "yes" : "no"));
            })
            .toList();
    List<String> headers =
        List.of(
            plots.say("table.measure"),
            plots.say("table.from"),
            plots.say("table.to"),
            plots.say("table.urgent"));
    return new PlotTable(plots.say("timeline.title"), headers, rows);
  }

  private static String name(Plots plots, Referential referential, String measure) {
    Optional<Measure> found = referential.measure(measure);
    return found.map(m -> m.name().in(plots.language())).orElse(measure);
  }

  /// How many months a step lasts, at least one.
  private static int lasting(Referential referential, Plan.Step step) {
    return Math.max(1, referential.measure(step.measure()).map(Measure::months).orElse(1));
  }
}
