package fr.bastide.print.plot;

import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Score;
import java.util.ArrayList;
import java.util.List;

/// What bars and radar of the themes share: names, the table, the weakest and the strongest.
final class ThemeRows {

  private ThemeRows() {}

  static String name(Plots plots, Referential referential, String theme) {
    return referential.theme(theme).map(t -> t.name().in(plots.language())).orElse(theme);
  }

  static PlotTable table(Plots plots, Score score, Referential referential, String caption) {
    Figures figures = plots.figures();
    List<List<String>> rows = new ArrayList<>();
    for (Score.ThemeScore theme : score.themes()) {
      rows.add(
          List.of(
              name(plots, referential, theme.theme()),
              figures.score(theme.score().point()),
              figures.range(theme.score()),
              figures.number(theme.cost())));
    }
    List<String> headers =
        List.of(
            plots.say("table.theme"),
            plots.say("table.score"),
            plots.say("table.interval"),
            plots.say("table.cost"));
    return new PlotTable(caption, headers, rows);
  }

  static String description(Plots plots, Score score, Referential referential) {
    if (score.themes().isEmpty()) {
      return plots.say("themes.none");
    }
    Score.ThemeScore weakest = score.themes().getFirst();
    Score.ThemeScore strongest = weakest;
    for (Score.ThemeScore theme : score.themes()) {
      weakest = theme.score().point() < weakest.score().point() ? theme : weakest;
      strongest = theme.score().point() > strongest.score().point() ? theme : strongest;
    }
    Figures figures = plots.figures();
    return plots.say(
        "themes.desc",
        name(plots, referential, strongest.theme()),
        figures.score(strongest.score().point()),
        name(plots, referential, weakest.theme()),
        figures.score(weakest.score().point()));
  }
}
