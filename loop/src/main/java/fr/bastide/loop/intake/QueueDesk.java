package fr.bastide.loop.intake;

import fr.bastide.incident.Facts;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.FreeText;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.access.UseCase;
import fr.bastide.loop.account.Secrets;
import fr.bastide.loop.letter.Letter;
import fr.bastide.loop.letter.Letters;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Where operators take reports, answer, and make cases of them.
public final class QueueDesk {

  /// How many reports are shown at once.
  public static final int MOST = 200;

  private final Threshold threshold;
  private final Reports reports;
  private final Conversations conversations;
  private final Letters letters;
  private final Optional<Cases> cases;
  private final ReportLetters wording;
  private final ReportForm form = ReportForm.builtin();

  /// A desk over these.
  ///
  /// @param cases where reports become cases; empty as long as nothing keeps any
  /// @param publicUrl the address at which people reach the house, without a final slash
  public QueueDesk(
      Threshold threshold,
      Reports reports,
      Conversations conversations,
      Letters letters,
      Optional<Cases> cases,
      String publicUrl) {
    this.threshold = threshold;
    this.reports = reports;
    this.conversations = conversations;
    this.letters = letters;
    this.cases = cases;
    this.wording = new ReportLetters(publicUrl);
  }

  /// Whether reports can become cases here.
  public boolean opensCases() {
    return cases.isPresent();
  }

  /// The queue: those nobody has taken first, the longest waiting at the top, then the others.
  ///
  /// @param closed whether those that are closed are shown as well
  @UseCase(Act.READ_REPORTS)
  public List<Report> queue(Caller caller, boolean closed) {
    EnumSet<Report.State> states =
        closed
            ? EnumSet.allOf(Report.State.class)
            : EnumSet.of(Report.State.NEW, Report.State.TAKEN);
    return threshold.cross(caller, Act.READ_REPORTS, "reports", () -> reports.queue(states, MOST));
  }

  /// One report with all that was said.
  @UseCase(Act.READ_REPORTS)
  public ReportView view(Caller caller, ReportId id) {
    return threshold.cross(
        caller,
        Act.READ_REPORTS,
        "report " + id,
        () -> view(reports.find(id).orElseThrow(NotFound::new)));
  }

  /// What a report says, as facts of the incident engine.
  @UseCase(Act.READ_REPORTS)
  public Facts facts(Caller caller, ReportId id) {
    return ReportFacts.of(view(caller, id).report(), form);
  }

  /// A file that came with a report, to be kept as evidence; never to be shown.
  @UseCase(Act.READ_REPORTS)
  public Content file(Caller caller, ReportId id, UUID file) {
    return threshold.cross(
        caller,
        Act.READ_REPORTS,
        "report " + id,
        () -> {
          ReportFile found =
              conversations.files(id).stream()
                  .filter(one -> one.id().equals(file))
                  .findFirst()
                  .orElseThrow(NotFound::new);
          return new Content(found, conversations.content(id, file).orElseThrow(NotFound::new));
        });
  }

  /// A file with its content.
  public record Content(ReportFile file, byte[] bytes) {}

  /// Notes a report that reached an operator, or a program, by another way.
  ///
  /// @param channel by which way
  /// @param answers by the keys of the form; what no field has is left out
  @UseCase(Act.HANDLE_REPORT)
  public Report bring(
      Caller caller, Channel channel, Language language, Map<String, String> answers) {
    return threshold.cross(
        caller,
        Act.HANDLE_REPORT,
        "report",
        () -> {
          if (channel != Channel.CALL && channel != Channel.API) {
            throw new Invalid(
                "channel",
                new Text(
                    "Un signalement se note comme appel ou par programme.",
                    "A report is noted as a call or by a program."));
          }
          Report report = Report.fresh(channel, language, form.kept(answers), now(), false);
          reports.add(report, Optional.empty(), ReportDesk.mailSecret());
          return report;
        });
  }

  /// Writes the sheet of a call, or what a program brought: all its answers are replaced. What a
  /// victim wrote in the form is the victim's alone.
  ///
  /// @throws Conflict when it came another way
  @UseCase(Act.HANDLE_REPORT)
  public Report write(Caller caller, ReportId id, Map<String, String> answers) {
    return threshold.cross(
        caller,
        Act.HANDLE_REPORT,
        "report " + id + " sheet",
        () -> {
          Report report = reports.hold(id).orElseThrow(NotFound::new);
          if (report.channel() != Channel.CALL && report.channel() != Channel.API) {
            throw new Conflict(
                new Text(
                    "Ces réponses sont celles de la victime : répondez-lui plutôt ci-dessous.",
                    "These answers are the victim’s: answer below instead."));
          }
          Map<String, String> kept = form.kept(answers);
          reports.keepAnswers(id, kept, now());
          return report.with(kept, now());
        });
  }

  /// Makes a report of an alert of detection that a program hands over; the same alert again adds
  /// to its report.
  @UseCase(Act.HANDLE_REPORT)
  public Report reportFromAlert(Caller caller, DetectedAlert alert) {
    return threshold.cross(
        caller,
        Act.HANDLE_REPORT,
        "report of an alert",
        () -> {
          FreeText.require("key", alert.key(), 400);
          return new AlertReports(threshold, reports, conversations, cases).reportFromAlert(alert);
        });
  }

  /// Takes a report: those on call are no longer told of it. Taking over from somebody else is
  /// allowed, and shows who took it.
  ///
  /// @param seen the version that the person saw
  @UseCase(Act.HANDLE_REPORT)
  public Report take(Caller caller, ReportId id, int seen) {
    return changing(
        caller,
        id,
        seen,
        "take",
        report ->
            report.with(
                Report.State.TAKEN,
                Optional.of(
                    new Report.Handling(caller.account().orElseThrow(), caller.name(), now())),
                Optional.empty()));
  }

  /// Closes a report: it stays readable, and opens again when it is taken once more.
  ///
  /// @param seen the version that the person saw
  @UseCase(Act.HANDLE_REPORT)
  public Report close(Caller caller, ReportId id, int seen) {
    return changing(
        caller,
        id,
        seen,
        "close",
        report -> report.with(Report.State.CLOSED, report.handling(), Optional.of(now())));
  }

  /// Answers whoever reported: the answer stands behind the secret link; a letter, if there is an
  /// address, only says that it is there.
  @UseCase(Act.HANDLE_REPORT)
  public Message answer(Caller caller, ReportId id, String text) {
    return threshold.cross(
        caller,
        Act.HANDLE_REPORT,
        "report " + id + " answer",
        () -> {
          Report report = reports.hold(id).orElseThrow(NotFound::new);
          String clean = Typing.clean(text, Message.LONGEST);
          if (clean.isEmpty()) {
            throw new Invalid("text", ReportLetters.EMPTY);
          }
          Message message =
              new Message(
                  UUID.randomUUID(),
                  id,
                  Message.Author.OPERATOR,
                  caller.name(),
                  clean,
                  now(),
                  Message.Standing.PROVEN,
                  Optional.empty());
          conversations.add(message);
          report.caseName().ifPresent(name -> cases.ifPresent(c -> c.append(name, message)));
          if (Addresses.plausible(report.mail())) {
            // Letters are the house's: nobody else writes them.
            threshold
                .transactions()
                .asHouse(() -> {
                  Letter letter = wording.answered(report, reports.mailSecret(id), now());
                  letters.add(letter);
                  conversations.add(ReportLetters.note(report, letter));
                  return report;
                });
          }
          return message;
        });
  }

  /// Ends the link of a report: whoever has it can no longer open the report.
  @UseCase(Act.HANDLE_REPORT)
  public Report endLink(Caller caller, ReportId id) {
    return threshold.cross(
        caller,
        Act.HANDLE_REPORT,
        "report " + id + " link",
        () -> {
          Report report = reports.hold(id).orElseThrow(NotFound::new);
          reports.setLink(id, Optional.empty());
          return report;
        });
  }

  /// Gives a report a new link, to be handed over on the phone or by mail; the one before ends.
  @UseCase(Act.HANDLE_REPORT)
  public Linked newLink(Caller caller, ReportId id) {
    Secrets.Secret fresh = Secrets.fresh();
    return threshold.cross(
        caller,
        Act.HANDLE_REPORT,
        "report " + id + " link",
        () -> {
          Report report = reports.hold(id).orElseThrow(NotFound::new);
          reports.setLink(id, Optional.of(fresh.hash()));
          return new Linked(report, fresh.value());
        });
  }

  /// Makes a case of a report, or adds it to one.
  ///
  /// @param caseName the case to add it to; empty for a new one
  /// @param seen the version that the person saw
  /// @throws Conflict when it belongs to a case already, or no cases are kept here
  @UseCase(Act.HANDLE_REPORT)
  public Report toCase(Caller caller, ReportId id, Optional<String> caseName, int seen) {
    return changing(
        caller,
        id,
        seen,
        "case",
        report -> {
          Cases joined =
              cases.orElseThrow(() ->
                  new Conflict(
                      new Text(
                          "Les dossiers ne sont pas encore ouverts ici.",
                          "Cases are not kept here yet.")));
          if (report.caseName().isPresent()) {
            throw new Conflict(
                new Text(
                    "Ce signalement est déjà dans un dossier.",
                    "This report is in a case already."));
          }
          ReportView view = view(report);
          Facts facts = ReportFacts.of(report, form);
          if (caseName.isEmpty()) {
            return report.in(joined.open(caller, view, facts));
          }
          joined.join(caller, caseName.get(), view, facts);
          return report.in(caseName.get());
        });
  }

  private ReportView view(Report report) {
    return new ReportView(report, conversations.of(report.id()), conversations.files(report.id()));
  }

  private Report changing(
      Caller caller, ReportId id, int seen, String what, Function<Report, Report> change) {
    return threshold.cross(
        caller,
        Act.HANDLE_REPORT,
        "report " + id + " " + what,
        () -> {
          Report report = reports.hold(id).orElseThrow(NotFound::new);
          if (report.version() != seen) {
            throw changedMeanwhile();
          }
          if (!reports.update(change.apply(report))) {
            throw changedMeanwhile();
          }
          return reports.find(id).orElseThrow(NotFound::new);
        });
  }

  private static Conflict changedMeanwhile() {
    return new Conflict(
        new Text(
            "Ce signalement a changé entre-temps. Relisez-le, puis recommencez.",
            "This report has changed in the meantime. Read it again, then retry."));
  }

  private Instant now() {
    return threshold.clock().instant();
  }
}
