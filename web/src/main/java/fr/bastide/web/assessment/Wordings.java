package fr.bastide.web.assessment;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.Choice;
import fr.bastide.assessment.Evidence;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Question;
import fr.bastide.kernel.Language;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.print.plot.Figures;
import fr.bastide.web.frame.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/// How these pages write answers, points, days and hours in one language.
///
/// @param texts the wordings of the language
public record Wordings(Texts texts) {

  /// Scores, amounts and days as everywhere in the house.
  public Figures figures() {
    return new Figures(texts.language());
  }

  /// A number of points with its noun: `4,2 points`, `1 point`.
  public String points(double points) {
    double shown = Math.round(points * 10) / 10.0;
    boolean one = texts.language() == Language.FR ? Math.abs(shown) < 2 : Math.abs(shown) == 1;
    String number = figures().number(points);
    return one
        ? texts.get("assessment.points.one", number)
        : texts.get("assessment.points.many", number);
  }

  /// A difference of points with its sign: `+4,2`, `−0,8`, `0`.
  public String change(double points) {
    String size = figures().number(Math.abs(points));
    return size.equals("0") ? size : (points > 0 ? "+" : "−") + size;
  }

  /// An answer in words.
  public String answer(Question question, Answer answer) {
    return switch (answer) {
      case Answer.Given given ->
          question
              .choice(given.choice())
              .map(Choice::text)
              .map(text -> text.in(texts.language()))
              .orElse(given.choice());
      case Answer.Unknown _ -> texts.get("assessment.answer.unknown");
      case Answer.NotApplicable none ->
          none.acceptedBy()
              .map(who -> texts.get("assessment.answer.accepted", none.reason(), who))
              .orElseGet(() -> texts.get("assessment.answer.pending", none.reason()));
    };
  }

  /// A level of evidence in words.
  public String level(EvidenceLevel level) {
    return texts.get("assessment.level." + level);
  }

  /// What stands behind an answer, with its days: `Contrôle technique du 3 mars 2026`.
  public String evidence(Evidence evidence) {
    String said =
        evidence
            .date()
            .map(day -> texts.get("assessment.evidence.of", level(evidence.level()), day(day)))
            .orElseGet(() -> level(evidence.level()));
    return evidence
        .expires()
        .map(day -> texts.get("assessment.evidence.until", said, day(day)))
        .orElse(said);
  }

  /// A day: `24 novembre 2026`.
  public String day(LocalDate day) {
    return figures().day(day);
  }

  /// The day of an instant.
  public String day(Instant at) {
    return day(LocalDate.ofInstant(at, AssessmentDesk.ZONE));
  }

  /// The hour of an instant: `14 h 05`, `14:05`.
  public String hour(Instant at) {
    ZonedDateTime time = at.atZone(AssessmentDesk.ZONE);
    return texts.language() == Language.FR
        ? "%d\u00a0h\u00a0%02d".formatted(time.getHour(), time.getMinute())
        : "%02d:%02d".formatted(time.getHour(), time.getMinute());
  }

  /// Day and hour: `mardi 24 novembre 2026 à 14 h 05`.
  public String moment(Instant at) {
    String weekday =
        DateTimeFormatter.ofPattern("EEEE", texts.language().locale())
            .format(at.atZone(AssessmentDesk.ZONE));
    return texts.get("assessment.moment", weekday, day(at), hour(at));
  }

  /// A file size: `12 ko`, `3,4 Mo`.
  public String bytes(long bytes) {
    return bytes < 1_000_000
        ? texts.get("assessment.bytes.kilo", figures().number(Math.max(1, bytes / 1000.0)))
        : texts.get("assessment.bytes.mega", figures().number(bytes / 1e6));
  }
}
