package fr.bastide.print.internal.report;

import fr.bastide.kernel.Language;
import fr.bastide.print.ReportContent;
import fr.bastide.print.internal.Words;
import fr.bastide.print.plot.Figures;
import fr.bastide.print.plot.Palette;
import fr.bastide.print.plot.Plots;

/// What stands around every report: names, dates, language, and how tight it is set.
///
/// @param content what is reported
/// @param language in which language
/// @param paper whether it is for paper rather than a browser
/// @param density 0 as designed, up to [#TIGHTEST]: smaller type, then shorter texts
public record Frame(ReportContent content, Language language, boolean paper, int density) {

  /// The tightest setting.
  public static final int TIGHTEST = 4;

  /// The wordings.
  public Words words() {
    return Words.in(language);
  }

  /// The wording of this key.
  public String say(String key, Object... arguments) {
    return words().say(key, arguments);
  }

  /// The numbers.
  public Figures figures() {
    return new Figures(language);
  }

  /// The pictures.
  public Plots plots() {
    return new Plots(language, paper ? Palette.PAPER : Palette.TOKENS, "plot");
  }

  /// The name of the body, shortened when it would not fit a heading.
  public String name() {
    String name = content.body().name().strip();
    return shortened(name.isEmpty() ? "—" : name, density < 2 ? 160 : 100);
  }

  /// The title of the document.
  public String title() {
    return say("report.title", name());
  }

  /// What the body is: its form and its SIREN.
  public String identity() {
    String form = content.body().form().label().in(language);
    return content.body().siren().map(s -> say("report.form.siren", form, s)).orElse(form);
  }

  /// The day and the depth.
  public String asOf() {
    return say("report.asof", figures().day(content.sheet().at()))
        + " · "
        + say("report.depth." + content.sheet().depth());
  }

  /// The scale's version and the day of the report, for the head of each page.
  public String version() {
    return say("report.version", content.score().scaleVersion(), figures().day(content.date()));
  }

  /// A text of at most so many characters, cut at a word with an ellipsis.
  public static String shortened(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    String cut = text.substring(0, text.offsetByCodePoints(0, most - 1));
    int word = cut.lastIndexOf(' ');
    return (word > most / 2 ? cut.substring(0, word) : cut).stripTrailing() + "…";
  }
}
