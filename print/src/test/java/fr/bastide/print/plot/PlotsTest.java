package fr.bastide.print.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Grade;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.Theme;
import fr.bastide.assessment.plan.Planner.BudgetPoint;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Money;
import fr.bastide.kernel.Text;
import fr.bastide.print.Sample;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PlotsTest {

  private static final Set<String> SHAPES =
      Set.of("title", "desc", "rect", "line", "circle", "polyline", "polygon", "text");

  private final Referential referential = Sample.referential();
  private final Score score = Sample.score(referential, 0);

  @Test
  void everyPlotIsWellFormedAndSaysWhatItShows() throws Exception {
    for (Language language : Language.values()) {
      for (Palette palette : Palette.values()) {
        for (Plot plot : all(new Plots(language, palette, "p")).values()) {
          check(plot, palette);
        }
      }
    }
  }

  private static void check(Plot plot, Palette palette) throws Exception {
    Element svg = parsed(plot.svg());
    assertThat(svg.getAttribute("role")).isEqualTo("img");
    String[] labels = svg.getAttribute("aria-labelledby").split(" ");
    assertThat(labels).hasSize(2);
    Element title = (Element) svg.getElementsByTagName("title").item(0);
    Element desc = (Element) svg.getElementsByTagName("desc").item(0);
    assertThat(title.getTextContent()).isEqualTo(plot.title()).isNotBlank();
    assertThat(desc.getTextContent()).isEqualTo(plot.description()).isNotBlank();
    assertThat(List.of(title.getAttribute("id"), desc.getAttribute("id"))).containsExactly(labels);
    assertThat(plot.svg())
        .doesNotContain("NaN")
        .doesNotContain("Infinity")
        .doesNotContain("style=");
    if (palette == Palette.PAPER) {
      assertThat(plot.svg()).doesNotContain("var(");
    } else {
      assertThat(plot.svg()).contains("var(--");
    }
    NodeList all = svg.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      assertThat(SHAPES).contains(all.item(i).getNodeName());
    }
    assertThat(plot.table().rows()).isNotEmpty();
    assertThat(plot.table().caption()).isNotBlank();
  }

  @Test
  void theNumbersAreInThePicture() {
    Plots plots = Plots.forPage(Language.FR);
    assertThat(plots.gauge(score, referential.scale()).svg())
        .contains(">55<", ">C<", "Entre 41 (prouvé) et 68 (possible)", "A 85");
    assertThat(plots.themeBars(score, referential).svg())
        .contains("Sauvegardes et restauration", ">64<");
    assertThat(plots.budgetCurve(Sample.curve(), Optional.of(Money.euros(10_000))).svg())
        .contains("10\u202f000\u00a0€");
    assertThat(plots.timeline(Sample.plan(referential), referential, YearMonth.of(2026, 11)).svg())
        .contains("nov.\u00a026", "Urgent\u00a0: Appliquer la règle numéro 1 (Gouvernance)");
    Plot grades = plots.grades("Occitanie", Map.of(Grade.C, 1_204), 7);
    assertThat(grades.svg()).contains("1\u202f204", ">7<");
    assertThat(grades.description()).contains("1204 organismes évalués");
  }

  @Test
  void theTableSaysTheSame() {
    PlotTable table = Plots.forPage(Language.EN).themeBars(score, referential).table();
    assertThat(table.headers()).containsExactly("Theme", "Score", "Interval", "Points lost");
    assertThat(table.rows()).hasSameSizeAs(score.themes());
    assertThat(table.rows().getFirst()).containsExactly("Governance", "18", "12–30", "3.3");
  }

  @Test
  void aNewScaleBreaksTheLine() throws Exception {
    Plots plots = Plots.forPage(Language.FR);
    Element same = parsed(plots.history(history("1", "1", "1", "1")).svg());
    Element broken = parsed(plots.history(history("1", "1", "2", "2")).svg());
    assertThat(points(same, 0)).isEqualTo(4);
    assertThat(same.getElementsByTagName("polyline").getLength()).isEqualTo(1);
    assertThat(broken.getElementsByTagName("polyline").getLength()).isEqualTo(2);
    assertThat(points(broken, 0)).isEqualTo(2);
    assertThat(broken.getTextContent()).contains("barème 2");
    assertThat(plots.history(history("1", "2", "3", "4")).description())
        .contains("ne se comparent pas");
  }

  @Test
  void foreignTextCannotLeaveItsPlace() throws Exception {
    List<Theme> themes = new ArrayList<>(referential.themes());
    Text evil = new Text("</text><script>alert(1)</script>&\u0001", "\" onload=\"x");
    themes.set(0, new Theme("governance", evil, 3, evil));
    Referential hostile =
        new Referential(
            "1", referential.scale(), themes, referential.questions(), referential.measures());
    for (Language language : Language.values()) {
      Plot plot = Plots.forPage(language).themeRadar(score, hostile);
      Element svg = parsed(plot.svg());
      assertThat(svg.getElementsByTagName("script").getLength()).isZero();
      assertThat(svg.getAttribute("onload")).isEmpty();
    }
  }

  @Test
  void extremesStayInsideThePicture() throws Exception {
    for (double value : new double[] {0, 100}) {
      Score.Interval interval = new Score.Interval(value, value, value);
      List<Score.ThemeScore> themes =
          score.themes().stream().map(t -> new Score.ThemeScore(t.theme(), interval, 0)).toList();
      Score extreme = new Score("1", interval, Grade.E, Grade.E, List.of(), themes, List.of());
      Plots plots = Plots.forPage(Language.FR);
      inside(parsed(plots.gauge(extreme, referential.scale()).svg()));
      inside(parsed(plots.themeBars(extreme, referential).svg()));
      inside(parsed(plots.themeRadar(extreme, referential).svg()));
      BudgetPoint flat = new BudgetPoint(Money.ZERO, value, 0);
      inside(parsed(plots.budgetCurve(List.of(flat), Optional.of(Money.euros(5_000))).svg()));
      HistoryPoint only = new HistoryPoint(Sample.DAY, interval, Grade.E, "1", Depth.FLASH);
      inside(parsed(plots.history(List.of(only)).svg()));
      inside(parsed(plots.grades("X", Map.of(), 0).svg()));
    }
  }

  @Test
  void whatCannotBeDrawnIsRefused() {
    Plots plots = Plots.forPage(Language.FR);
    assertThatThrownBy(() -> plots.budgetCurve(List.of(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Plots(Language.FR, Palette.PAPER, "a\"b"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Axis(1, 1, 0, 10)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anotherDepthBreaksTheLineAndSaysSo() throws Exception {
    List<HistoryPoint> points = new ArrayList<>();
    for (Depth depth : List.of(Depth.FLASH, Depth.FLASH, Depth.STANDARD, Depth.STANDARD)) {
      LocalDate day = Sample.DAY.plusMonths(points.size());
      points.add(new HistoryPoint(day, new Score.Interval(30, 40, 60), Grade.D, "1", depth));
    }
    Plot plot = Plots.forPage(Language.FR).history(points);
    Element svg = parsed(plot.svg());
    assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(2);
    assertThat(points(svg, 0)).isEqualTo(2);
    assertThat(points(svg, 1)).isEqualTo(2);
    assertThat(plot.svg())
        .contains("évaluation standard")
        .contains("Les scores de profondeurs différentes ne se comparent pas.");
  }

  @Test
  void severalPlotsFitOnePage() {
    Set<String> ids = new HashSet<>();
    for (Plot plot : all(new Plots(Language.FR, Palette.TOKENS, "a")).values()) {
      assertThat(ids.add(id(plot))).isTrue();
    }
    for (Plot plot : all(new Plots(Language.FR, Palette.TOKENS, "b")).values()) {
      assertThat(ids.add(id(plot))).isTrue();
    }
  }

  private static String id(Plot plot) {
    int start = plot.svg().indexOf("<title id=\"") + 11;
    return plot.svg().substring(start, plot.svg().indexOf('"', start));
  }

  private Map<String, Plot> all(Plots plots) {
    Map<String, Plot> all = new LinkedHashMap<>();
    all.put("gauge", plots.gauge(score, referential.scale()));
    all.put("grade", plots.grade(Grade.B));
    all.put("bars", plots.themeBars(score, referential));
    all.put("radar", plots.themeRadar(score, referential));
    all.put("curve", plots.budgetCurve(Sample.curve(), Optional.of(Money.euros(10_000))));
    all.put("history", plots.history(history("1", "1", "2", "2")));
    all.put(
        "timeline", plots.timeline(Sample.plan(referential), referential, YearMonth.of(2026, 11)));
    all.put("grades", plots.grades("Occitanie", Map.of(Grade.A, 3, Grade.E, 12), 40));
    return all;
  }

  private static List<HistoryPoint> history(String... versions) {
    List<HistoryPoint> points = new ArrayList<>();
    for (String version : versions) {
      LocalDate day = LocalDate.of(2025, 1, 1).plusMonths(points.size() * 5L);
      Score.Interval interval = new Score.Interval(30, 40 + points.size(), 60);
      points.add(new HistoryPoint(day, interval, Grade.D, version, Depth.STANDARD));
    }
    return points;
  }

  private static int points(Element svg, int polyline) {
    Element line = (Element) svg.getElementsByTagName("polyline").item(polyline);
    return line.getAttribute("points").split(" ").length;
  }

  private static void inside(Element svg) {
    String[] box = svg.getAttribute("viewBox").split(" ");
    double width = Double.parseDouble(box[2]);
    double height = Double.parseDouble(box[3]);
    NodeList all = svg.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element shape = (Element) all.item(i);
      within(shape, "x", width);
      within(shape, "cx", width);
      within(shape, "y", height);
      within(shape, "cy", height);
    }
  }

  private static void within(Element shape, String attribute, double most) {
    if (!shape.getAttribute(attribute).isEmpty()) {
      double value = Double.parseDouble(shape.getAttribute(attribute));
      assertThat(value).as(shape.getNodeName() + " " + attribute).isBetween(-3.0, most + 1);
    }
  }

  private static Element parsed(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)))
        .getDocumentElement();
  }
}
