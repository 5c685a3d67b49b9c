package fr.bastide.loop.plan;

import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Referential;
import fr.bastide.kernel.BodyId;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.Accounts;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.loop.body.Bodies;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.letter.Letters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes to a body's people when measures of its plan fall due; the house calls it each hour. A
/// body gets one letter a day at most, about all that is due or overdue, when one of those measures
/// was not reminded of for a week.
public final class Reminders {

  /// How many days before its due date a measure counts as due.
  public static final int AHEAD_DAYS = 7;

  private static final Duration AGAIN = Duration.ofDays(7);
  private static final int AT_ONCE = 200;

  private final Threshold threshold;
  private final Bodies bodies;
  private final Plans plans;
  private final Accounts accounts;
  private final Letters letters;
  private final Referential referential;
  private final ReminderLetters wording;

  /// Reminders over these.
  ///
  /// @param publicUrl the address at which people reach the house, without a final slash
  public Reminders(
      Threshold threshold,
      Bodies bodies,
      Plans plans,
      Accounts accounts,
      Letters letters,
      Referential referential,
      String publicUrl) {
    this.threshold = threshold;
    this.bodies = bodies;
    this.plans = plans;
    this.accounts = accounts;
    this.letters = letters;
    this.referential = referential;
    this.wording = new ReminderLetters(publicUrl);
  }

  /// Queues the letters of this hour. The letters of a body and the note that it was reminded are
  /// kept together or not at all: a crash neither loses a reminder nor writes it twice.
  ///
  /// @return to how many bodies something was written
  public int send() {
    Instant now = threshold.clock().instant();
    LocalDate today = LocalDate.ofInstant(now, AssessmentDesk.ZONE);
    LocalDate by = today.plusDays(AHEAD_DAYS);
    List<BodyId> waiting =
        threshold
            .transactions()
            .asHouse(() -> plans.toRemind(today, by, now.minus(AGAIN), AT_ONCE));
    int reminded = 0;
    for (BodyId body : waiting) {
      if (threshold.transactions().asHouse(() -> remind(body, today, by, now))) {
        reminded++;
      }
    }
    return reminded;
  }

  /// Without anybody to write to, the body is left alone until tomorrow.
  private boolean remind(BodyId body, LocalDate today, LocalDate by, Instant now) {
    List<Account> readers = readers(body);
    List<Plans.Due> due = plans.due(body, by);
    if (!plans.remind(body, today, now, readers.size()) || readers.isEmpty()) {
      return false;
    }
    List<DueMeasure> measures = known(due);
    due.forEach(one -> plans.reminded(one.plan(), one.item().measure(), now));
    Optional<Body> named = bodies.find(body);
    if (measures.isEmpty() || named.isEmpty()) {
      return false;
    }
    for (Account reader : readers) {
      letters.add(wording.letter(reader, named.get(), measures, today, now));
    }
    return true;
  }

  /// Measures that the referential no longer has are not reminded of.
  private List<DueMeasure> known(List<Plans.Due> due) {
    List<DueMeasure> known = new ArrayList<>();
    for (Plans.Due one : due) {
      Optional<Measure> measure = referential.measure(one.item().measure());
      measure.ifPresent(m -> known.add(new DueMeasure(m, one.item().due())));
    }
    return known;
  }

  /// The referents who may sign in; without any, the officials.
  private List<Account> readers(BodyId body) {
    List<Account> people =
        accounts.ofBody(body).stream().filter(a -> a.disabledAt().isEmpty()).toList();
    List<Account> referents = with(people, new Membership.OfBody(body, BodyRole.REFERENT));
    return referents.isEmpty()
        ? with(people, new Membership.OfBody(body, BodyRole.OFFICIAL))
        : referents;
  }

  private static List<Account> with(List<Account> people, Membership hat) {
    return people.stream().filter(account -> account.memberships().contains(hat)).toList();
  }
}
