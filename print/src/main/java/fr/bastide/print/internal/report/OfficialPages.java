package fr.bastide.print.internal.report;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.Choice;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.print.internal.report.OfficialPage.Fact;
import fr.bastide.print.internal.report.OfficialPage.Point;
import fr.bastide.print.internal.report.OfficialPage.Urgent;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says the essential in one page.
public final class OfficialPages {

  private static final int FEW = 3;
  private static final double STRONG = 50;

  private final Frame frame;
  private final Steps steps;

  private OfficialPages(Frame frame) {
    this.frame = frame;
    steps = new Steps(frame);
  }

  /// The page of the elected official.
  public static OfficialPage of(Frame frame) {
    return new OfficialPages(frame).page();
  }

  private OfficialPage page() {
    Score score = frame.content().score();
    return new OfficialPage(
        frame,
        frame.plots().gauge(score, frame.content().referential().scale()),
        frame.say("grade.explained." + score.grade()),
        score.caps().stream().limit(FEW).map(c -> brief(Caps.reason(frame, c), 220)).toList(),
        strengths(score),
        weaknesses(score),
        frame.content().plan().map(this::urgent).orElse(List.of()),
        frame.content().plan().map(this::brings).orElse(List.of()));
  }

  private List<Point> strengths(Score score) {
    return score.themes().stream()
        .filter(t -> t.score().point() >= STRONG)
        .sorted(Comparator.comparingDouble((Score.ThemeScore t) -> -t.score().point()))
        .limit(FEW)
        .map(this::strength)
        .toList();
  }

  private Point strength(Score.ThemeScore theme) {
    String name = Themes.name(frame, theme.theme());
    String points = frame.figures().score(theme.score().point());
    String title = frame.say("official.strength", name, points);
    return new Point(brief(title, 90), brief(Themes.summary(frame, theme.theme()), 160));
  }

  /// What bounds the grade first, then what costs most.
  private List<Point> weaknesses(Score score) {
    List<Point> points = new ArrayList<>();
    Set<String> said = new HashSet<>();
    for (Score.CapBite bite : score.caps()) {
      question(bite.question())
          .filter(q -> said.add(q.id()))
          .map(this::weakness)
          .ifPresent(points::add);
    }
    score.questions().stream()
        .filter(q -> q.cost() > 0.05)
        .sorted(Comparator.comparingDouble((Score.QuestionScore q) -> -q.cost()))
        .limit(FEW + said.size())
        .map(q -> question(q.question()))
        .flatMap(Optional::stream)
        .filter(q -> said.add(q.id()))
        .map(this::weakness)
        .forEach(points::add);
    return points.subList(0, Math.min(FEW, points.size()));
  }

  private Point weakness(Question question) {
    String answer = frame.say("official.weakness.answer", answer(question));
    String why = question.why().in(frame.language());
    return new Point(
        brief(question.text().in(frame.language()), 130), brief(answer + " " + why, 230));
  }

  private String answer(Question question) {
    Answer answer = frame.content().sheet().answer(question.id());
    String said =
        switch (answer) {
          case Answer.Given given ->
              question
                  .choice(given.choice())
                  .map(Choice::text)
                  .map(t -> t.in(frame.language()))
                  .orElse(given.choice());
          case Answer.Unknown unknown -> frame.say("standing.UNKNOWN");
          case Answer.NotApplicable notApplicable -> notApplicable.reason();
        };
    return said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
  }

  private List<Urgent> urgent(Plan plan) {
    return plan.steps().stream().filter(Plan.Step::urgent).limit(FEW).map(this::urgent).toList();
  }

  private Urgent urgent(Plan.Step step) {
    String price = steps.price(step.cost()) + " · " + steps.days(step.cost().days());
    String due = frame.say("official.due", frame.figures().month(steps.last(step)));
    String first = frame.say("official.first", brief(steps.firstStep(step.measure()), 200));
    return new Urgent(brief(steps.name(step.measure()), 120), price, due, first);
  }

  private List<Fact> brings(Plan plan) {
    String before = frame.figures().score(plan.before().total().point());
    String after = frame.figures().score(plan.projected().total().point());
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("score", frame.say("official.brings.change", before, after)));
    String grades =
        frame.say("official.brings.change", plan.before().grade(), plan.projected().grade());
    facts.add(fact("grade", grades));
    facts.add(fact("cost", frame.figures().money(plan.cost().setup())));
    facts.add(fact("yearly", frame.figures().money(plan.cost().yearly())));
    facts.add(fact("days", steps.days(plan.cost().days())));
    facts.add(fact("measures", frame.figures().number(plan.steps().size())));
    plan.steps().stream()
        .map(steps::last)
        .max(Comparator.naturalOrder())
        .map((YearMonth last) -> fact("until", frame.figures().month(last)))
        .ifPresent(facts::add);
    return facts;
  }

  private Fact fact(String key, String value) {
    return new Fact(frame.say("official.brings." + key), value);
  }

  private Optional<Question> question(String id) {
    return frame.content().referential().question(id);
  }

  /// A text shortened only as far as the density asks.
  private String brief(String text, int atTightest) {
    int most =
        switch (frame.density()) {
          case 0, 1 -> 400;
          case 2 -> atTightest * 3 / 2;
          case 3 -> atTightest;
          default -> atTightest * 3 / 5;
        };
    return Frame.shortened(text, most);
  }
}
