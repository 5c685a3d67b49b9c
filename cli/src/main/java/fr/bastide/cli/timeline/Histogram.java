package fr.bastide.cli.timeline;

import fr.bastide.cli.alert.AlertFacts;
import fr.bastide.detection.Level;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Draws the alerts over time as SVG, with the same numbers in a table. The picture has bars alone:
/// its words stand around it, so that they stay legible on a phone.
final class Histogram {

  private static final double WIDTH = 960;
  private static final double HEIGHT = 160;

  private final Words words;
  private final Rhythm rhythm;
  private final long first;

  /// @param first the time of the first alert, whose offset from UTC the bars have
  Histogram(Words words, Rhythm rhythm, long first) {
    this.words = words;
    this.rhythm = rhythm;
    this.first = first;
  }

  void write(Markup html) {
    Rhythm.Bars drawn = rhythm.bars(words.offset(first));
    List<Rhythm.Bar> bars = drawn.all();
    if (bars.isEmpty()) {
      return;
    }
    long most = bars.stream().mapToLong(Rhythm.Bar::total).max().orElse(1);
    Rhythm.Bar tallest =
        bars.stream().filter(bar -> bar.total() == most).findFirst().orElse(bars.getFirst());
    String width = words.length(Duration.ofSeconds(drawn.seconds()));
    String title = words.say("histogram.title", width);
    String peak = words.count("histogram.peak", most, words.moment(tallest.from()));
    html.open("figure", "class", "rhythm");
    html.open("figcaption").leaf("b", title).text(" ").text(peak).end();
    html.open(
        "svg",
        "viewBox",
        "0 0 960 160",
        "preserveAspectRatio",
        "none",
        "role",
        "img",
        "aria-labelledby",
        "rhythm-title rhythm-peak");
    html.leaf("title", title, "id", "rhythm-title").leaf("desc", peak, "id", "rhythm-peak");
    for (int i = 0; i < bars.size(); i++) {
      bar(html, bars.get(i), i, bars.size(), most);
    }
    html.end();
    html.open("p", "class", "axis", "aria-hidden", "true");
    html.leaf("span", words.moment(bars.getFirst().from()));
    html.leaf("span", words.moment(bars.getLast().from() + drawn.seconds() * 1_000_000)).end();
    legend(html, bars);
    table(html, bars);
    html.end();
  }

  /// One bar, the gravest at its foot.
  private static void bar(Markup html, Rhythm.Bar bar, int at, int count, long most) {
    double step = WIDTH / count;
    double top = HEIGHT;
    for (Level level : List.of(Level.values()).reversed()) {
      long number = bar.byLevel()[level.ordinal()];
      if (number > 0) {
        double tall = Math.max(2, (HEIGHT - 4) * number / most);
        top -= tall;
        html.open(
            "rect",
            "class",
            AlertFacts.word(level),
            "x",
            number(at * step + step * 0.08),
            "y",
            number(Math.max(0, top)),
            "width",
            number(step * 0.84),
            "height",
            number(tall));
        html.close();
      }
    }
  }

  private void legend(Markup html, List<Rhythm.Bar> bars) {
    html.open("ul", "class", "legend");
    for (Level level : List.of(Level.values()).reversed()) {
      if (bars.stream().anyMatch(bar -> bar.byLevel()[level.ordinal()] > 0)) {
        html.open("li").open("i", "class", AlertFacts.word(level)).close();
        html.text(words.level(level)).close();
      }
    }
    html.end();
  }

  private void table(Markup html, List<Rhythm.Bar> bars) {
    html.open("details").leaf("summary", words.say("histogram.table"));
    html.scroll(words.say("histogram.caption"));
    html.open("table").leaf("caption", words.say("histogram.caption"));
    html.open("thead").open("tr").leaf("th", words.say("column.from"), "scope", "col");
    html.leaf("th", words.say("column.alerts"), "scope", "col", "class", "number");
    html.close().end();
    html.open("tbody");
    for (Rhythm.Bar bar : bars) {
      if (bar.total() > 0) {
        html.open("tr").leaf("th", words.moment(bar.from()), "scope", "row");
        html.leaf("td", words.number(bar.total()), "class", "number").end();
      }
    }
    html.close().close().close().end();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
