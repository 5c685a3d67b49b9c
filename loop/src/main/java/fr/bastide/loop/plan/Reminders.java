package fr.bastide.loop.plan;

import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Referential;
import fr.bastide.kernel.Language;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.Accounts;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.loop.letter.Letter;
import fr.bastide.loop.letter.Letters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Writes to a body's referents when a measure of its plan falls due; the house calls it each hour.
public final class Reminders {

  private static final Duration AGAIN = Duration.ofDays(7);
  private static final int AHEAD_DAYS = 7;
  private static final int AT_ONCE = 200;

  private final Threshold threshold;
  private final Plans plans;
  private final Accounts accounts;
  private final Letters letters;
  private final Referential referential;
  private final String publicUrl;

  /// Reminders over these.
  public Reminders(
      Threshold threshold,
      Plans plans,
      Accounts accounts,
      Letters letters,
      Referential referential,
      String publicUrl) {
    this.threshold = threshold;
    this.plans = plans;
    this.accounts = accounts;
    this.letters = letters;
    this.referential = referential;
    this.publicUrl = publicUrl;
  }

  /// Queues a letter for each measure due within a week and not reminded for a week.
  ///
  /// @return how many measures were reminded of
  public int send() {
    Instant now = threshold.clock().instant();
    LocalDate by = LocalDate.ofInstant(now, AssessmentDesk.ZONE).plusDays(AHEAD_DAYS);
    return threshold
        .transactions()
        .asHouse(() -> {
          List<Plans.Due> due = plans.due(by, now.minus(AGAIN), AT_ONCE);
          for (Plans.Due one : due) {
            remind(one, now);
            plans.reminded(one.plan(), one.item().measure(), now);
          }
          return due.size();
        });
  }

  private void remind(Plans.Due due, Instant now) {
    Optional<Measure> measure = referential.measure(due.item().measure());
    if (measure.isEmpty()) {
      return;
    }
    for (Account account : accounts.ofBody(due.body())) {
      boolean referent =
          account.disabledAt().isEmpty()
              && account
                  .memberships()
                  .contains(new Membership.OfBody(due.body(), BodyRole.REFERENT));
      if (referent) {
        letters.add(letter(account, due, measure.get(), now));
      }
    }
  }

  private Letter letter(Account to, Plans.Due due, Measure measure, Instant now) {
    Language language = to.language();
    String link = publicUrl + "/bodies/" + due.body() + "/plan";
    String day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
            .withLocale(language.locale())
            .format(due.item().due());
    String name = measure.name().in(language);
    String first = measure.firstStep().in(language);
    return switch (language) {
      case FR ->
          new Letter(
              UUID.randomUUID(),
              to.email(),
              language,
              "Bastide\u00a0: «\u00a0%s\u00a0», à faire pour le %s".formatted(name, day),
              """
              Bonjour,

              Votre plan prévoit pour le %s\u00a0: %s.

              Par quoi commencer\u00a0: %s

              Dire où vous en êtes\u00a0:
              %s
              """
                  .formatted(day, name, first, link),
              now);
      case EN ->
          new Letter(
              UUID.randomUUID(),
              to.email(),
              language,
              "Bastide: \"%s\", due by %s".formatted(name, day),
              """
              Hello,

              Your plan has for %s: %s.

              Where to start: %s

              Say how far you are:
              %s
              """
                  .formatted(day, name, first, link),
              now);
    };
  }
}
