package fr.bastide.incident.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.incident.Claim;
import fr.bastide.incident.Facet;
import fr.bastide.incident.Facts;
import fr.bastide.incident.Reliability;
import fr.bastide.incident.Value;
import fr.bastide.incident.WrittenTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The law, by example.
class VerdictTest {

  private static final String NIGHT = "2026-11-24T02:00+01:00";

  private static Instant at(String written) {
    return WrittenTime.parse(written).orElseThrow();
  }

  private static Verdict verdict(String duty, Facet facet, String asked, Switches switches) {
    return verdict(duty, facet.facts(), at(asked), switches);
  }

  private static Verdict verdict(String duty, Facts facts, Instant asked, Switches switches) {
    return ObligationBook.builtin().verdicts(facts, asked, switches).stream()
        .filter(one -> one.obligation().id().equals(duty))
        .findFirst()
        .orElseThrow();
  }

  private static Verdict verdict(String duty, Facet facet) {
    return verdict(duty, facet, "2026-11-24T03:00+01:00", Switches.NONE);
  }

  private static Verdict.Reason reason(Verdict verdict) {
    return ((Verdict.DoesNotApply) verdict).reason();
  }

  private static Instant due(Verdict verdict) {
    return ((Due.At) ((Verdict.Applies) verdict).due()).at();
  }

  @Test
  void theInsuredVictimOfAnAttackComplainsWithin72Hours() {
    Verdict verdict = verdict("complaint-insurance", Facet.ransomware(NIGHT));
    assertThat(due(verdict)).isEqualTo(at("2026-11-27T02:00+01:00"));
    assertThat(verdict.obligation().article().fr()).contains("L.\u00a012-10-1");
    assertThat(verdict.obligation().force()).isEqualTo(Obligation.Force.CONDITION);
    assertThat(verdict.grounds().why().fr()).contains("Rançongiciel\u00a0: oui");
  }

  @ParameterizedTest
  @CsvSource({
    "2023-04-23T23:59+02:00, NOT_YET_IN_FORCE",
    "2023-04-24T00:00+02:00, ",
    "2023-04-23T22:00Z, ",
  })
  void theLawOfTheInsurerBeginsAtMidnightInParis(String certain, String reason) {
    Verdict verdict = verdict("complaint-insurance", Facet.ransomware(certain));
    if (reason == null) {
      assertThat(verdict).isInstanceOf(Verdict.Applies.class);
    } else {
      assertThat(reason(verdict)).isEqualTo(Verdict.Reason.valueOf(reason));
      assertThat(verdict.grounds().why().fr()).contains("lundi 24 avril 2023");
    }
  }

  @Test
  void aFailureIsNoAttack() {
    Facet failure = Facet.ransomware(NIGHT).without("incident.malicious").no("incident.malicious");
    Verdict verdict = verdict("complaint-insurance", failure);
    assertThat(reason(verdict)).isEqualTo(Verdict.Reason.NOT_TRIGGERED);
    assertThat(verdict.grounds().why().en()).isEqualTo("Malicious act: no.");
    assertThat(verdict("cnil-initial", failure)).isInstanceOf(Verdict.Applies.class);
  }

  @Test
  void fraudByMailAloneIsNoAttackOnASystem() {
    Facet fraud =
        Facet.ransomware(NIGHT)
            .without("incident.ransomware")
            .no("incident.ransomware", "incident.malware", "incident.system-intrusion")
            .no("incident.vulnerability", "incident.defacement", "incident.sabotage")
            .is("incident.account", "none")
            .is("incident.denial", "none")
            .yes("incident.payment-fraud");
    assertThat(reason(verdict("complaint-insurance", fraud)))
        .isEqualTo(Verdict.Reason.NOT_TRIGGERED);
    assertThat(verdict("complaint", fraud)).isInstanceOf(Verdict.Applies.class);
    assertThat(verdict("payments-alert", fraud)).isInstanceOf(Verdict.Applies.class);
  }

  @Test
  void whoDoesNotKnowWhetherItIsInsuredSeesTheClockAllTheSame() {
    Verdict verdict =
        verdict("complaint-insurance", Facet.ransomware(NIGHT).without("body.cyber-insurance"));
    Verdict.Unknown unknown = (Verdict.Unknown) verdict;
    assertThat(unknown.grounds().questions()).containsExactly("body.cyber-insurance");
    assertThat(((Due.At) unknown.due()).at()).isEqualTo(at("2026-11-27T02:00+01:00"));
  }

  @Test
  void unavailabilityIsABreachAndDoubtAboutTheRiskDoesNotExempt() {
    Facet facet = Facet.ransomware(NIGHT).without("data.risk");
    Verdict verdict = verdict("cnil-initial", facet);
    assertThat(due(verdict)).isEqualTo(at("2026-11-27T02:00+01:00"));
    assertThat(verdict.grounds().questions()).containsExactly("data.risk");
    assertThat(verdict.grounds().standIn()).contains("clocks.certain");
    Facet unlikely = facet.is("data.risk", "unlikely");
    assertThat(reason(verdict("cnil-initial", unlikely))).isEqualTo(Verdict.Reason.EXEMPT);
    assertThat(verdict("breach-register", unlikely)).isInstanceOf(Verdict.Applies.class);
  }

  @Test
  void theComplementFollowsTheInitialNotification() {
    Facet facet = Facet.ransomware(NIGHT).done("cnil-initial", "2026-11-25T10:00+01:00");
    Due due = ((Verdict.Applies) verdict("cnil-complement", facet)).due();
    assertThat(((Due.WithoutDelay) due).since()).contains(at("2026-11-25T10:00+01:00"));
    assertThat(reason(verdict("cnil-complement", facet.yes("follow.cnil-complete"))))
        .isEqualTo(Verdict.Reason.EXEMPT);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-27T02:00+01:00, OPEN",
    "2026-11-27T02:01+01:00, OVERDUE",
  })
  void overdueBeginsAfterTheLastMinute(String asked, String state) {
    Verdict verdict = verdict("cnil-initial", Facet.ransomware(NIGHT), asked, Switches.NONE);
    assertThat(((Verdict.Applies) verdict).state()).isEqualTo(Verdict.State.valueOf(state));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-27T02:00+01:00, DONE",
    "2026-11-27T02:01+01:00, DONE_LATE",
  })
  void doneIsComparedWithTheLastMinute(String done, String state) {
    Verdict verdict = verdict("cnil-initial", Facet.ransomware(NIGHT).done("cnil-initial", done));
    assertThat(((Verdict.Applies) verdict).state()).isEqualTo(Verdict.State.valueOf(state));
  }

  @Test
  void peopleAreToldOfAHighRiskUnlessTheDataAreUnreadable() {
    Facet facet = Facet.ransomware(NIGHT).without("data.risk").is("data.risk", "high");
    assertThat(verdict("persons-notice", facet)).isInstanceOf(Verdict.Applies.class);
    assertThat(reason(verdict("persons-notice", facet.yes("data.unintelligible"))))
        .isEqualTo(Verdict.Reason.EXEMPT);
  }

  @Test
  void aTownHallThatRunsACareHomeReportsToTheHealthAuthorities() {
    Facet hit = Facet.ransomware(NIGHT).yes("body.runs-care-home", "effects.care-running");
    assertThat(verdict("health-report", hit)).isInstanceOf(Verdict.Applies.class);
    assertThat(verdict("health-report", hit).obligation().edition()).isEqualTo("2022");
    Facet spared =
        Facet.ransomware(NIGHT)
            .yes("body.runs-care-home")
            .no("effects.care-running", "data.health")
            .is("effects.care", "none");
    assertThat(reason(verdict("health-report", spared))).isEqualTo(Verdict.Reason.NOT_TRIGGERED);
    Facet before =
        Facet.ransomware("2022-04-28T23:59+02:00")
            .yes("body.runs-care-home", "effects.care-running")
            .no("body.provides-care");
    assertThat(reason(verdict("health-report", before))).isEqualTo(Verdict.Reason.NOT_BOUND);
    assertThat(verdict("health-report", before).obligation().edition()).isEqualTo("2017");
  }

  @Test
  void nis2IsOffUntilTheOperatorSetsItsFirstDay() {
    Facet facet =
        Facet.ransomware("2027-01-30T10:00+01:00")
            .is("body.nis2-entity", "important")
            .yes("effects.significant", "body.essential-operator");
    String asked = "2027-01-30T11:00+01:00";
    Verdict off = verdict("nis2-early-warning", facet, asked, Switches.NONE);
    assertThat(reason(off)).isEqualTo(Verdict.Reason.NOT_YET_IN_FORCE);
    assertThat(off.grounds().why().fr()).contains("nis2-fr");
    assertThat(verdict("anssi-essential", facet, asked, Switches.NONE))
        .isInstanceOf(Verdict.Applies.class);

    Switches on = new Switches(Map.of("nis2-fr", LocalDate.of(2027, 1, 30)));
    assertThat(due(verdict("nis2-early-warning", facet, asked, on)))
        .isEqualTo(at("2027-01-31T10:00+01:00"));
    assertThat(due(verdict("nis2-notification", facet, asked, on)))
        .isEqualTo(at("2027-02-02T10:00+01:00"));
    assertThat(due(verdict("nis2-final-report", facet, asked, on)))
        .isEqualTo(at("2027-03-02T10:00+01:00"));
    assertThat(reason(verdict("anssi-essential", facet, asked, on)))
        .isEqualTo(Verdict.Reason.NO_LONGER_IN_FORCE);

    Facet notified = facet.done("nis2-notification", "2027-01-31T09:00+01:00");
    assertThat(due(verdict("nis2-final-report", notified, asked, on)))
        .as("one month after what was really notified, on the last day of February")
        .isEqualTo(at("2027-02-28T09:00+01:00"));
  }

  @Test
  void withoutAClockTheLawOfEveryPossibleDayCounts() {
    Facet facet = Facet.ransomware(NIGHT).without("clocks.certain");
    Verdict.Applies today = (Verdict.Applies) verdict("complaint-insurance", facet);
    assertThat(today.due()).isEqualTo(new Due.Unknown("clocks.certain"));
    Verdict perhaps =
        verdict("complaint-insurance", facet.at("clocks.began", "2023-04-01T00:00+02:00"));
    assertThat(((Verdict.Unknown) perhaps).grounds().questions()).contains("clocks.certain");
  }

  @Test
  void theWorstCredibleReadingCountsAndSaysSo() {
    Facet facet =
        Facet.ransomware(NIGHT)
            .without("data.unavailable")
            .no("data.unavailable", "data.altered", "data.lost")
            .add(
                "data.disclosed",
                new Claim(new Value.Flag(false), "IT department", Reliability.B, 3))
            .add("data.disclosed", new Claim(new Value.Flag(true), "a forum", Reliability.D, 4));
    Verdict verdict = verdict("cnil-initial", facet);
    assertThat(verdict).isInstanceOf(Verdict.Applies.class);
    Verdict.Contest contest = verdict.grounds().contests().getFirst();
    assertThat(contest.read().source()).isEqualTo("a forum");
    assertThat(contest.others()).extracting(Claim::source).containsExactly("IT department");

    Facet incredible =
        facet
            .without("data.disclosed")
            .add("data.disclosed", new Claim(new Value.Flag(false), "IT", Reliability.B, 3))
            .add("data.disclosed", new Claim(new Value.Flag(true), "boast", Reliability.D, 5));
    Verdict not = verdict("cnil-initial", incredible);
    assertThat(not).isInstanceOf(Verdict.DoesNotApply.class);
    assertThat(not.grounds().contests().getFirst().setAside())
        .extracting(Claim::source)
        .containsExactly("boast");
  }

  @Test
  void ofContradictoryHoursTheFirstCountsAndSuspicionGivesASafeOne() {
    Facet facet =
        Facet.ransomware(NIGHT)
            .at("clocks.certain", "2026-11-24T01:10+01:00")
            .at("clocks.suspected", "2026-11-23T23:00+01:00");
    Verdict.Applies verdict = (Verdict.Applies) verdict("complaint-insurance", facet);
    Due.At due = (Due.At) verdict.due();
    assertThat(due.at()).isEqualTo(at("2026-11-27T01:10+01:00"));
    assertThat(due.cautious()).contains(at("2026-11-26T23:00+01:00"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-31T12:00+02:00, services, 45000, purchase-adapted",
    "2026-04-01T12:00+02:00, services, 45000, purchase-small",
    "2026-04-01T12:00+02:00, services, 60000, purchase-adapted",
    "2026-11-25T12:00+01:00, services, 215999, purchase-adapted",
    "2026-11-25T12:00+01:00, services, 216000, purchase-formal",
    "2025-12-31T12:00+01:00, services, 220999, purchase-adapted",
    "2026-11-25T12:00+01:00, works, 99999, purchase-small",
    "2026-11-25T12:00+01:00, works, 100000, purchase-adapted",
    "2026-11-25T12:00+01:00, works, 5404000, purchase-formal",
  })
  void helpIsBoughtByTheThresholdsOfTheDay(String asked, String kind, long amount, String duty) {
    Facet facet =
        Facet.ransomware(NIGHT)
            .yes("purchase.needed")
            .is("purchase.kind", kind)
            .count("purchase.amount", amount)
            .no("purchase.unforeseeable");
    for (String one : new String[] {"purchase-small", "purchase-adapted", "purchase-formal"}) {
      assertThat(verdict(one, facet, asked, Switches.NONE) instanceof Verdict.Applies)
          .as(one)
          .isEqualTo(one.equals(duty));
    }
    assertThat(reason(verdict("purchase-urgent", facet, asked, Switches.NONE)))
        .isEqualTo(Verdict.Reason.NOT_TRIGGERED);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-05-19T12:00+02:00, 2016",
    "2024-05-20T12:00+02:00, 2024",
  })
  void successiveTextsOfOneDutyFollowEachOther(String certain, String edition) {
    Facet facet =
        Facet.ransomware(certain)
            .is("body.trust-service", "qualified")
            .yes("effects.trust-service");
    Verdict verdict = verdict("trust-service", facet);
    assertThat(verdict).isInstanceOf(Verdict.Applies.class);
    assertThat(verdict.obligation().edition()).isEqualTo(edition);
  }
}
