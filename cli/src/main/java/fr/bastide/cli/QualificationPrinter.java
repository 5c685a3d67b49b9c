package fr.bastide.cli;

import fr.bastide.incident.Claim;
import fr.bastide.incident.Qualification;
import fr.bastide.incident.Question;
import fr.bastide.incident.WrittenTime;
import fr.bastide.incident.followup.FollowUp;
import fr.bastide.incident.obligation.Due;
import fr.bastide.incident.obligation.Obligation;
import fr.bastide.incident.obligation.ObligationBook;
import fr.bastide.incident.obligation.Verdict;
import fr.bastide.incident.rsit.Classification;
import fr.bastide.incident.severity.SeverityScale;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Prints a qualification as text: what binds first, then what is still open, then what does not.
final class QualificationPrinter {

  private static final String INDENT = "      ";

  private final Console console;
  private final ObligationBook book;

  QualificationPrinter(Console console, ObligationBook book) {
    this.console = console;
    this.book = book;
  }

  void print(Qualification qualification) {
    String body = qualification.facts().body();
    String at = WrittenTime.of(qualification.at(), console.language());
    console.out().println((body.isEmpty() ? "" : body + " – ") + at);
    severity(qualification.severity());
    classification(qualification.classification());
    List<Verdict.Applies> applies =
        qualification.verdicts().stream()
            .filter(Verdict.Applies.class::isInstance)
            .map(Verdict.Applies.class::cast)
            .sorted(Comparator.comparing(QualificationPrinter::urgency))
            .toList();
    List<Verdict.Unknown> open =
        qualification.verdicts().stream()
            .filter(Verdict.Unknown.class::isInstance)
            .map(Verdict.Unknown.class::cast)
            .toList();
    section(applies.size(), "À FAIRE", "TO DO");
    applies.forEach(this::applies);
    section(open.size(), "À ÉTABLIR", "TO BE SETTLED");
    open.forEach(this::open);
    List<Verdict.DoesNotApply> not =
        qualification.verdicts().stream()
            .filter(Verdict.DoesNotApply.class::isInstance)
            .map(Verdict.DoesNotApply.class::cast)
            .toList();
    section(not.size(), "NE S’APPLIQUE PAS", "DOES NOT APPLY");
    not.forEach(this::not);
    section(qualification.followUps().size(), "RENDEZ-VOUS", "RETURNS");
    qualification.followUps().forEach(this::followUp);
  }

  /// What is done comes last, what has no clock before it, and the rest by time.
  private static Instant urgency(Verdict.Applies verdict) {
    if (verdict.state() == Verdict.State.DONE || verdict.state() == Verdict.State.DONE_LATE) {
      return Instant.MAX;
    }
    return switch (verdict.due()) {
      case Due.At at -> at.at();
      case Due.WithoutDelay without -> without.since().orElse(Instant.MIN);
      case Due.Unknown _ -> Instant.MIN;
      case Due.Standing _ -> Instant.MAX.minusSeconds(1);
    };
  }

  private void section(int size, String fr, String en) {
    if (size > 0) {
      console.out().println();
      console.say(fr, en);
    }
  }

  private void severity(SeverityScale.Grade grade) {
    String known = grade.known().label().in(console.language());
    String possible = grade.possible().label().in(console.language());
    boolean sure = grade.known() == grade.possible();
    console.say(
        "Gravité : " + known + (sure ? "" : " (peut-être " + possible + ")"),
        "Severity: " + known + (sure ? "" : " (perhaps " + possible + ")"));
    grade.rules().forEach(rule -> line("", rule.reason()));
    grade.questions().stream().limit(sure ? 0 : 3).forEach(this::ask);
  }

  private void classification(List<Classification> types) {
    console.say("Type (RSIT) :", "Type (RSIT):");
    for (Classification one : types) {
      String confidence = one.confidence().label().in(console.language());
      console
          .out()
          .println(
              INDENT
                  + one.type().name().in(console.language())
                  + ", "
                  + confidence
                  + " ("
                  + one.type().id()
                  + ")");
    }
  }

  private void applies(Verdict.Applies verdict) {
    title(verdict);
    due(verdict.due());
    state(verdict.state());
    why(verdict);
    details(verdict.obligation());
    verdict.grounds().questions().forEach(this::ask);
  }

  private void open(Verdict.Unknown verdict) {
    title(verdict);
    due(verdict.due());
    if (verdict.state() == Verdict.State.OVERDUE) {
      line(
          "", new Text("Si elle s’applique, elle est en retard.", "If it applies, it is overdue."));
    }
    verdict.grounds().questions().forEach(this::ask);
    contests(verdict.grounds());
    line("", verdict.obligation().article());
  }

  private void not(Verdict.DoesNotApply verdict) {
    title(verdict);
    why(verdict);
  }

  private void title(Verdict verdict) {
    Obligation obligation = verdict.obligation();
    String title = obligation.title().in(console.language());
    String force = obligation.force().label().in(console.language());
    console.out().println("  • " + title + " [" + force + ", " + obligation.id() + "]");
  }

  private void why(Verdict verdict) {
    Text why = verdict.grounds().why();
    line("", new Text("Pourquoi : " + why.fr(), "Why: " + why.en()));
    verdict
        .grounds()
        .standIn()
        .ifPresent(clock -> {
          Text label = label(clock);
          line(
              "",
              new Text(
                  "Horloge du texte inconnue, comptée depuis : " + label.fr(),
                  "The clock of the text is unknown, counted from: " + label.en()));
        });
    contests(verdict.grounds());
  }

  private void contests(Verdict.Grounds grounds) {
    for (Verdict.Contest contest : grounds.contests()) {
      Text label = label(contest.question());
      String read = claim(contest.question(), contest.read());
      String others = claims(contest.question(), contest.others());
      String aside = claims(contest.question(), contest.setAside());
      line(
          "",
          new Text(
              "Sources contradictoires – "
                  + label.fr()
                  + " : lu "
                  + read
                  + (others.isEmpty() ? "" : " (le plus sévère), malgré " + others)
                  + (aside.isEmpty() ? "" : " ; écarté : " + aside),
              "Contradictory sources – "
                  + label.en()
                  + ": read "
                  + read
                  + (others.isEmpty() ? "" : " (the severest), despite " + others)
                  + (aside.isEmpty() ? "" : "; set aside: " + aside)));
    }
  }

  private String claims(String question, List<Claim> claims) {
    return String.join(", ", claims.stream().map(claim -> claim(question, claim)).toList());
  }

  private String claim(String question, Claim claim) {
    String value = book.written(question, claim.value()).in(console.language());
    String source = claim.source().isEmpty() ? "" : ", " + claim.source();
    boolean judged = claim.credibility() != 6;
    String mark = claim.reliability() + (judged ? String.valueOf(claim.credibility()) : "");
    boolean french = console.language() == Language.FR;
    String quoted = french ? "«\u00a0" + value + "\u00a0»" : '"' + value + '"';
    return quoted + " (" + mark + source + ")";
  }

  private void due(Due due) {
    switch (due) {
      case Due.At at -> {
        line("", both("Au plus tard : ", "At the latest: ", at.at()));
        at.cautious()
            .ifPresent(
                early -> line("", both("Par prudence, avant : ", "To be safe, before: ", early)));
        at.byRegulation()
            .ifPresent(late ->
                line(
                    "",
                    both(
                        "Lecture la plus large (règlement 1182/71), à ne pas viser : ",
                        "Widest reading (Regulation 1182/71), not to be aimed at: ",
                        late)));
      }
      case Due.WithoutDelay without ->
          line(
              "",
              without
                  .since()
                  .map(since -> both("Sans délai, depuis : ", "Without delay, since: ", since))
                  .orElse(new Text("Sans délai.", "Without delay.")));
      case Due.Unknown unknown -> {
        Text label = label(unknown.question());
        line(
            "",
            new Text(
                "Délai à calculer depuis : " + label.fr(),
                "Deadline to be counted from: " + label.en()));
      }
      case Due.Standing _ -> {}
    }
  }

  private void state(Verdict.State state) {
    switch (state) {
      case OPEN -> {}
      case OVERDUE ->
          line("", new Text("EN RETARD : faites-le maintenant.", "OVERDUE: do it now."));
      case DONE -> line("", new Text("Fait.", "Done."));
      case DONE_LATE -> line("", new Text("Fait, en retard.", "Done, late."));
    }
  }

  private void details(Obligation obligation) {
    line("", obligation.article());
    Text authority = obligation.filing().authority();
    Text form = obligation.filing().form();
    line("", new Text(authority.fr() + ". " + form.fr(), authority.en() + ". " + form.en()));
    if (obligation.confidence() != Obligation.Confidence.HIGH) {
      obligation.note().ifPresent(note -> line("! ", note));
    }
  }

  private void ask(String id) {
    book.questionnaire().question(id).map(Question::ask).ifPresent(ask -> line("→ ", ask));
  }

  private void followUp(FollowUp one) {
    String due = WrittenTime.day(one.due(), console.language());
    String contact = WrittenTime.day(one.contact(), console.language());
    boolean same = one.due().equals(one.contact());
    console.say(
        "  • " + due + (same ? "" : " (premier jour ouvré : " + contact + ")"),
        "  • " + due + (same ? "" : " (first working day: " + contact + ")"));
    line("", one.purpose());
  }

  private Text label(String id) {
    return book.questionnaire()
        .question(id)
        .map(Question::label)
        .or(() ->
            book.obligations().stream()
                .filter(o -> o.id().equals(id))
                .findFirst()
                .map(Obligation::title))
        .orElse(new Text(id, id));
  }

  private static Text both(String fr, String en, Instant instant) {
    return new Text(
        fr + WrittenTime.of(instant, Language.FR), en + WrittenTime.of(instant, Language.EN));
  }

  private void line(String mark, Text text) {
    console.out().println(INDENT + mark + text.in(console.language()));
  }
}
