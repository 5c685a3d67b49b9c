package fr.bastide.print.plot;

import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Score;
import fr.bastide.print.plot.Canvas.Anchor;
import fr.bastide.print.plot.Canvas.Pen;
import fr.bastide.print.plot.Canvas.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The themes around a centre: proven, likely and possible as three outlines.
final class ThemeRadar {

  private static final int WIDTH = 420;
  private static final double RADIUS = 140;
  private static final Spot CENTRE = new Spot(210, 166);
  private static final double LEGEND = 342;
  private static final double LINE = 19;

  private ThemeRadar() {}

  static Plot draw(Plots plots, Score score, Referential referential) {
    List<Score.ThemeScore> themes = score.themes();
    int lines = (themes.size() + 1) / 2;
    Canvas canvas = plots.canvas(WIDTH, (int) (LEGEND + lines * LINE + 32));
    canvas.area(outline(themes, t -> t.score().high()), Hue.STONE, Hue.NONE, 0);
    web(canvas, themes.size());
    canvas.path(closed(outline(themes, t -> t.score().low())), Hue.INK, 1);
    canvas.path(closed(outline(themes, t -> t.score().point())), Hue.WALL, 2.5);
    for (Spot spot : outline(themes, t -> t.score().point())) {
      canvas.dot(spot, 3.5, Hue.WALL, Hue.PAPER, 1);
    }
    legend(canvas, plots, themes, referential);
    canvas.text(
        new Spot(0, LEGEND + lines * LINE + 20), plots.say("radar.legend"), Pen.PLAIN.sized(12));
    String title = plots.say("radar.title");
    return plots.plot(
        "radar",
        canvas,
        title,
        ThemeRows.description(plots, score, referential),
        ThemeRows.table(plots, score, referential, title));
  }

  private static void web(Canvas canvas, int spokes) {
    for (int ring = 25; ring <= 100; ring += 25) {
      List<Spot> spots = new ArrayList<>();
      for (int i = 0; i <= spokes; i++) {
        spots.add(at(i % spokes, spokes, ring));
      }
      canvas.path(spots, Hue.INK, ring == 100 ? 1 : 0.35);
    }
    Pen number = Pen.PLAIN.sized(12).anchored(Anchor.MIDDLE);
    for (int i = 0; i < spokes; i++) {
      canvas.line(CENTRE, at(i, spokes, 100), Hue.INK, 0.35);
      Spot label = at(i, spokes, 111);
      canvas.text(new Spot(label.x(), label.y() + 4), Integer.toString(i + 1), number);
    }
  }

  private static void legend(
      Canvas canvas, Plots plots, List<Score.ThemeScore> themes, Referential referential) {
    int lines = (themes.size() + 1) / 2;
    for (int i = 0; i < themes.size(); i++) {
      double x = i < lines ? 0 : WIDTH / 2.0 + 6;
      double y = LEGEND + (i % lines) * LINE;
      String name = ThemeRows.name(plots, referential, themes.get(i).theme());
      canvas.text(new Spot(x, y), (i + 1) + ". " + Canvas.fitted(name, 150, 12), small());
      String value = plots.figures().score(themes.get(i).score().point());
      canvas.text(new Spot(x + 198, y), value, small().heavy().anchored(Anchor.END));
    }
  }

  private static Pen small() {
    return Pen.PLAIN.sized(12);
  }

  private static List<Spot> outline(
      List<Score.ThemeScore> themes, ToDoubleFunction<Score.ThemeScore> value) {
    List<Spot> spots = new ArrayList<>();
    for (int i = 0; i < themes.size(); i++) {
      spots.add(at(i, themes.size(), value.applyAsDouble(themes.get(i))));
    }
    return spots;
  }

  private static List<Spot> closed(List<Spot> spots) {
    List<Spot> ring = new ArrayList<>(spots);
    ring.add(spots.getFirst());
    return ring;
  }

  private static Spot at(int spoke, int spokes, double score) {
    double angle = 2 * Math.PI * spoke / spokes - Math.PI / 2;
    double radius = RADIUS * Math.clamp(score, 0, 120) / 100;
    return new Spot(CENTRE.x() + radius * Math.cos(angle), CENTRE.y() + radius * Math.sin(angle));
  }
}
