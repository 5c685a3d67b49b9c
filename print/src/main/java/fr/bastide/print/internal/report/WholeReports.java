package fr.bastide.print.internal.report;

import fr.bastide.assessment.Score;
import fr.bastide.print.internal.report.WholeReport.CapRow;
import fr.bastide.print.internal.report.WholeReport.Term;
import fr.bastide.print.internal.report.WholeReport.ThemeAnswers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Says everything: for the referent, the auditor and whoever checks them.
public final class WholeReports {

  private final Frame frame;
  private final AnswerRows answers;

  private WholeReports(Frame frame) {
    this.frame = frame;
    answers = new AnswerRows(frame);
  }

  /// The whole report.
  public static WholeReport of(Frame frame) {
    return new WholeReports(frame).report();
  }

  private WholeReport report() {
    Score score = frame.content().score();
    return new WholeReport(
        frame,
        frame.plots().gauge(score, frame.content().referential().scale()),
        frame.plots().themeBars(score, frame.content().referential()),
        frame.say("grade.explained." + score.grade()),
        score.caps().stream().map(this::cap).toList(),
        themes(score),
        frame.content().plan().map(plan -> PlanParts.of(frame, plan)),
        glossary());
  }

  private CapRow cap(Score.CapBite bite) {
    String question =
        frame
            .content()
            .referential()
            .question(bite.question())
            .map(q -> q.text().in(frame.language()))
            .orElse(bite.question());
    return new CapRow(
        frame.say("whole.cap", bite.grade()),
        Caps.reason(frame, bite),
        frame.say("whole.cap.question", question));
  }

  private List<ThemeAnswers> themes(Score score) {
    Map<String, Score.QuestionScore> scores =
        score.questions().stream()
            .collect(Collectors.toMap(Score.QuestionScore::question, Function.identity()));
    List<ThemeAnswers> themes = new ArrayList<>();
    for (Score.ThemeScore theme : score.themes()) {
      String points =
          frame.say(
              "whole.theme.score",
              frame.figures().score(theme.score().point()),
              frame.figures().score(theme.score().low()),
              frame.figures().score(theme.score().high()));
      themes.add(
          new ThemeAnswers(
              theme.theme(),
              Themes.name(frame, theme.theme()),
              points,
              answers.rows(theme.theme(), scores)));
    }
    return themes;
  }

  private List<Term> glossary() {
    List<Term> terms = new ArrayList<>();
    for (int i = 1; frame.words().keys().contains("glossary." + i + ".term"); i++) {
      terms.add(
          new Term(frame.say("glossary." + i + ".term"), frame.say("glossary." + i + ".text")));
    }
    return terms;
  }
}
