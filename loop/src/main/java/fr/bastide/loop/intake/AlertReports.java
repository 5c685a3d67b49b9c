package fr.bastide.loop.intake;

import fr.bastide.kernel.Language;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.account.Secrets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Makes reports of alerts, as the house itself.
public final class AlertReports implements AlertIntake {

  /// What stands before the key of an alert, where mails have their `Message-ID`.
  static final String KEYS = "alert:";

  private static final int LONGEST_KEY = 400;
  private static final int LONGEST_LINE = 300;
  private static final int LONGEST_BODY = 200;

  private final Threshold threshold;
  private final Reports reports;
  private final Conversations conversations;
  private final Optional<Cases> cases;

  /// One over these.
  ///
  /// @param cases where reports become cases; empty as long as nothing keeps any
  public AlertReports(
      Threshold threshold, Reports reports, Conversations conversations, Optional<Cases> cases) {
    this.threshold = threshold;
    this.reports = reports;
    this.conversations = conversations;
    this.cases = cases;
  }

  @Override
  public Report reportFromAlert(DetectedAlert alert) {
    return threshold.transactions().asHouse(() -> take(alert));
  }

  private Report take(DetectedAlert alert) {
    String key = KEYS + Typing.line(alert.key(), LONGEST_KEY);
    Optional<Report> known =
        conversations.findMail(List.of(key)).flatMap(message -> reports.hold(message.report()));
    Report report = known.orElseGet(() -> open(alert));
    Message message = message(report, alert, key);
    if (known.isPresent() && conversations.count(report.id()) >= ReportDesk.MOST_MESSAGES) {
      return report;
    }
    conversations.add(message);
    report.caseName().ifPresent(name -> cases.ifPresent(joined -> joined.append(name, message)));
    return report;
  }

  private Report open(DetectedAlert alert) {
    Map<String, String> answers = new LinkedHashMap<>();
    String body = Typing.line(alert.body(), LONGEST_BODY);
    if (!body.isEmpty()) {
      answers.put(ReportForm.BODY, body);
    }
    answers.put(ReportForm.WORDS, Typing.line(alert.title().fr(), LONGEST_LINE));
    Report report = Report.fresh(Channel.ALERT, Language.FR, answers, now(), false);
    reports.add(report, Optional.empty(), ReportDesk.mailSecret());
    threshold.noteHouse("REPORT_ATTACK", Optional.empty(), "report " + report.id());
    return report;
  }

  private Message message(Report report, DetectedAlert alert, String key) {
    String text =
        alert.title().fr()
            + "\n\n"
            + alert.explanation().fr()
            + "\n\n"
            + alert.rule()
            + ", "
            + alert.firstSeen();
    return new Message(
        UUID.randomUUID(),
        report.id(),
        Message.Author.HOUSE,
        "Bastide",
        Typing.clean(text, Message.LONGEST),
        now(),
        Message.Standing.PROVEN,
        Optional.of(
            new Message.Mail(
                key, Typing.line(alert.title().fr(), LONGEST_LINE), Secrets.hash(text))));
  }

  private Instant now() {
    return threshold.clock().instant();
  }
}
