package fr.bastide.cli.timeline;

import fr.bastide.detection.surge.Strike;
import java.util.List;

/// Strikers at many bodies, each told once.
final class StrikeSection {

  private static final int MOST_STRIKES = 200;

  private final Words words;
  private final List<Strike> strikes;
  private final Timeline timeline;

  StrikeSection(Words words, List<Strike> strikes, Timeline timeline) {
    this.words = words;
    this.strikes = strikes;
    this.timeline = timeline;
  }

  void write(Markup html) {
    html.open("section", "aria-labelledby", "strikes");
    html.leaf("h2", words.say("strikes"), "id", "strikes");
    for (Strike strike : strikes.subList(0, Math.min(strikes.size(), MOST_STRIKES))) {
      one(html, strike);
    }
    if (strikes.size() > MOST_STRIKES) {
      html.leaf("p", words.count("left.rows", strikes.size() - MOST_STRIKES), "class", "notice");
    }
    html.end();
  }

  private void one(Markup html, Strike strike) {
    boolean address = strike.kind() == Strike.Kind.ADDRESS;
    html.open("article", "class", "alert");
    html.open("h3");
    Page.level(html, words, strike.level());
    html.text(" ")
        .text(
            address
                ? words.say("strike.address", strike.striker())
                : words.say("strike.rule", timeline.title(strike.striker())))
        .end();
    html.leaf(
        "p",
        words.count(
            "strike.bodies",
            strike.shares().size(),
            words.moment(strike.since()),
            words.moment(strike.last())));
    html.scroll(words.say("strike.caption")).open("table");
    html.leaf("caption", words.say("strike.caption"));
    html.open("thead").open("tr").leaf("th", words.say("column.body"), "scope", "col");
    html.leaf("th", words.say("column.alerts"), "scope", "col", "class", "number");
    html.leaf("th", words.say("column.rules"), "scope", "col").close().end().open("tbody");
    for (Strike.Share share : strike.shares()) {
      html.open("tr").leaf("th", share.tenant(), "scope", "row");
      html.leaf("td", words.number(share.alerts()), "class", "number");
      html.leaf("td", String.join(", ", share.rules().stream().map(timeline::title).toList()))
          .end();
    }
    html.close().close().close().end();
  }
}
