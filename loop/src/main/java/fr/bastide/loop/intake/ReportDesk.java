package fr.bastide.loop.intake;

import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.access.UseCase;
import fr.bastide.loop.account.Secrets;
import fr.bastide.loop.letter.Letter;
import fr.bastide.loop.letter.Letters;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Where somebody under attack tells the centre, without an account: the secret of the report's
/// link is all that is asked. Only its hash is kept.
public final class ReportDesk {

  /// The most messages that a report takes through its link.
  static final int MOST_MESSAGES = 200;

  private static final int SECRET = 43;
  private static final int LONGEST_MESSAGE = 5_000;
  private static final Duration CROWD_WINDOW = Duration.ofHours(1);
  private static final int CROWD = 60;

  private final Threshold threshold;
  private final Reports reports;
  private final Conversations conversations;
  private final Letters letters;
  private final Optional<Cases> cases;
  private final ReportForm form;
  private final ReportLetters wording;

  /// A desk over these.
  ///
  /// @param cases where reports become cases; empty as long as nothing keeps any
  /// @param publicUrl the address at which people reach the house, without a final slash
  public ReportDesk(
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
    this.form = ReportForm.builtin();
    this.wording = new ReportLetters(publicUrl);
  }

  /// What is asked.
  public ReportForm form() {
    return form;
  }

  /// Opens a report with the first answers. Sent twice with the same secret, as on a bad line, it
  /// is opened once and the answers are kept.
  ///
  /// @param secret the secret of its link, made by [Secrets#fresh]
  /// @param answers those of the first step
  /// @param suspect whether it looked as if a robot had sent it, and was confirmed
  @UseCase(Act.REPORT_ATTACK)
  public Linked open(
      Caller caller,
      String secret,
      Language language,
      Map<String, String> answers,
      boolean suspect) {
    threshold.gate().require(caller, Act.REPORT_ATTACK);
    if (secret.length() != SECRET) {
      throw new NotFound();
    }
    ReportForm.Step first = form.steps().getFirst();
    return threshold
        .transactions()
        .asHouse(() -> {
          Optional<Report> before = reports.holdByLink(Secrets.hash(secret));
          if (before.isPresent()) {
            return new Linked(saved(before.get(), first, answers), secret);
          }
          Report report =
              Report.fresh(Channel.FORM, language, form.kept(first, answers), now(), suspect);
          reports.add(report, Optional.of(Secrets.hash(secret)), mailSecret());
          threshold.noteHouse(Act.REPORT_ATTACK.name(), Optional.empty(), "report " + report.id());
          return new Linked(report, secret);
        });
  }

  /// Whether so many reports come that each has to be confirmed.
  @UseCase(Act.REPORT_ATTACK)
  public boolean crowded(Caller caller) {
    threshold.gate().require(caller, Act.REPORT_ATTACK);
    Instant since = now().minus(CROWD_WINDOW);
    return threshold
        .transactions()
        .asHouse(() -> reports.openedSince(Channel.FORM, since) >= CROWD);
  }

  /// One's own report, as long as its link is not ended.
  ///
  /// @throws NotFound when the link leads nowhere
  @UseCase(Act.FOLLOW_REPORT)
  public ReportView own(Caller caller, String secret) {
    return following(caller, secret, report -> view(report));
  }

  /// Keeps the answers to one step, in the place of those before; nothing is refused for its form.
  ///
  /// @throws NotFound when the link leads nowhere, or there is no such step
  @UseCase(Act.FOLLOW_REPORT)
  public Report save(Caller caller, String secret, String step, Map<String, String> answers) {
    ReportForm.Step known = form.step(step).orElseThrow(NotFound::new);
    return following(caller, secret, report -> saved(report, known, answers));
  }

  /// Adds to the conversation.
  ///
  /// @throws Invalid when there is nothing in it
  /// @throws Conflict when there are too many already
  @UseCase(Act.FOLLOW_REPORT)
  public Message say(Caller caller, String secret, String text) {
    return following(
        caller,
        secret,
        report -> {
          String clean = Typing.clean(text, LONGEST_MESSAGE);
          if (clean.isEmpty()) {
            throw new Invalid("text", ReportLetters.EMPTY);
          }
          if (conversations.count(report.id()) >= MOST_MESSAGES) {
            throw new Conflict(
                new Text(
                    "Cette conversation est pleine. Appelez le centre.",
                    "This conversation is full. Call the centre."));
          }
          Message message =
              new Message(
                  UUID.randomUUID(),
                  report.id(),
                  Message.Author.REPORTER,
                  report.answer(ReportForm.NAME),
                  clean,
                  now(),
                  Message.Standing.PROVEN,
                  Optional.empty());
          conversations.add(message);
          reports.keepAnswers(report.id(), report.answers(), now());
          tellCase(report, message);
          return message;
        });
  }

  /// Sends the link to the address that was given, when whoever reported asks for it: the attacker
  /// may read that mailbox, so that nothing is sent unasked.
  ///
  /// @throws Invalid when no address was given
  @UseCase(Act.FOLLOW_REPORT)
  public Report sendLink(Caller caller, String secret) {
    return following(
        caller,
        secret,
        report -> {
          if (!Addresses.plausible(report.mail())) {
            throw new Invalid(ReportForm.MAIL, Addresses.WRONG);
          }
          Letter letter = wording.link(report, reports.mailSecret(report.id()), secret, now());
          letters.add(letter);
          conversations.add(ReportLetters.note(report, letter));
          return report;
        });
  }

  /// Replaces the link by a new one; the one before stops working at once.
  @UseCase(Act.FOLLOW_REPORT)
  public Linked newLink(Caller caller, String secret) {
    Secrets.Secret fresh = Secrets.fresh();
    return following(
        caller,
        secret,
        report -> {
          reports.setLink(report.id(), Optional.of(fresh.hash()));
          threshold.noteHouse(
              Act.FOLLOW_REPORT.name(), Optional.empty(), "report " + report.id() + " link");
          return new Linked(report, fresh.value());
        });
  }

  private Report saved(Report report, ReportForm.Step step, Map<String, String> answers) {
    Map<String, String> kept = new LinkedHashMap<>(report.answers());
    step.keys().forEach(kept::remove);
    kept.putAll(form.kept(step, answers));
    if (kept.equals(report.answers())) {
      return report;
    }
    Report changed = report.with(kept, now());
    reports.keepAnswers(changed.id(), changed.answers(), changed.changedAt());
    return changed;
  }

  private ReportView view(Report report) {
    return new ReportView(report, conversations.of(report.id()), conversations.files(report.id()));
  }

  private void tellCase(Report report, Message message) {
    report.caseName().ifPresent(name -> cases.ifPresent(joined -> joined.append(name, message)));
  }

  private <T> T following(Caller caller, String secret, Function<Report, T> work) {
    threshold.gate().require(caller, Act.FOLLOW_REPORT);
    if (secret.length() != SECRET) {
      throw new NotFound();
    }
    return threshold
        .transactions()
        .asHouse(
            () -> work.apply(reports.holdByLink(Secrets.hash(secret)).orElseThrow(NotFound::new)));
  }

  static String mailSecret() {
    return Reference.characters(ReportLetters.MAIL_SECRET);
  }

  private Instant now() {
    return threshold.clock().instant();
  }
}
