package fr.bastide.directory.panel;

import static fr.bastide.directory.Small.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.directory.Area;
import fr.bastide.directory.DirectoryException;
import fr.bastide.directory.EntryId;
import fr.bastide.directory.HeldLabel;
import fr.bastide.directory.Hours;
import fr.bastide.directory.Insurance;
import fr.bastide.directory.Origin;
import fr.bastide.directory.Price;
import fr.bastide.directory.Provider;
import fr.bastide.directory.Small;
import fr.bastide.directory.Validation;
import fr.bastide.directory.panel.Candidate.Standing;
import fr.bastide.directory.sourcing.Rank;
import fr.bastide.directory.sourcing.SourcingPolicy;
import fr.bastide.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrawTest {

  private static final SourcingPolicy POLICY = SourcingPolicy.builtin();

  private static Draw draw(Need need, Provider... providers) {
    return Draw.of(need, Small.directory(List.of(providers)), POLICY, 42, Ledger.EMPTY);
  }

  private static Candidate only(Need need, Provider provider) {
    return draw(need, provider).candidates().getFirst();
  }

  private static void excludes(Need need, Provider provider, Reason reason) {
    Candidate candidate = only(need, provider);
    assertThat(candidate.standing()).isEqualTo(Standing.EXCLUDED);
    assertThat(candidate.checks()).extracting(Check::reason).containsExactly(reason);
    assertThat(draw(need, provider).panel()).isEmpty();
  }

  private static Need wanting(Need.Wishes wishes) {
    return Small.need(Need.Kind.INCIDENT, wishes, Need.Ties.NONE);
  }

  private static Need.Wishes wishes(
      List<String> labels, Optional<Hours> hours, Optional<Integer> km, Optional<Money> insured) {
    return new Need.Wishes(
        List.of("incident-response"),
        labels,
        hours,
        km,
        Optional.of(new Need.PriceLimit(Price.Unit.DAY, Money.euros(1000))),
        insured,
        true,
        Optional.empty(),
        false);
  }

  private static final Need.Wishes EVERYTHING =
      wishes(
          List.of("expertcyber"),
          Optional.of(Hours.AROUND_THE_CLOCK),
          Optional.of(80),
          Optional.of(Money.euros(500_000)));

  @Test
  void whoMeetsEverythingIsSeatedAndEveryReasonIsSaid() {
    Candidate seated = only(wanting(EVERYTHING), Small.provider("rempart"));
    assertThat(seated.standing()).isEqualTo(Standing.SEATED);
    assertThat(seated.rank()).contains(Rank.EUROPEAN);
    assertThat(seated.checks())
        .extracting(Check::reason)
        .containsExactly(
            Reason.VALIDATED,
            Reason.SKILL_THERE,
            Reason.LABEL_IN_FORCE,
            Reason.HOURS_ENOUGH,
            Reason.SECTOR_KNOWN,
            Reason.AREA_SERVED,
            Reason.NEAR,
            Reason.PRICE_WITHIN,
            Reason.INSURED,
            Reason.ORIGIN_ADMITTED,
            Reason.SEATED);
  }

  @Test
  void aSkillALabelOrHoursThatAreMissingExclude() {
    Provider plain = Small.provider("rempart");
    excludes(wanting(Small.wishes("forensics")), plain, Reason.SKILL_MISSING);
    excludes(
        wanting(wishes(List.of("pris"), Optional.empty(), Optional.empty(), Optional.empty())),
        plain,
        Reason.LABEL_MISSING);
    Need night =
        wanting(
            wishes(
                List.of(),
                Optional.of(Hours.AROUND_THE_CLOCK),
                Optional.empty(),
                Optional.empty()));
    excludes(night, hours(plain, Optional.of(Hours.EXTENDED_HOURS)), Reason.HOURS_TOO_SHORT);
    excludes(night, hours(plain, Optional.empty()), Reason.HOURS_NOT_SAID);
  }

  private static Provider hours(Provider provider, Optional<Hours> hours) {
    return Small.present(
        provider,
        p -> new Provider.Presence(p.sites(), p.people(), p.areas(), hours, Optional.empty()));
  }

  private static Provider labelled(Optional<LocalDate> from, Optional<LocalDate> until) {
    return Small.offering(
        Small.provider("rempart"),
        o ->
            new Provider.Offer(
                o.skills(),
                o.sectors(),
                List.of(new HeldLabel("expertcyber", "", from, until, Optional.empty())),
                o.prices(),
                o.solutions()));
  }

  @Test
  void aLabelCountsOnTheDayOfTheNeed() {
    Need need =
        wanting(
            wishes(List.of("expertcyber"), Optional.empty(), Optional.empty(), Optional.empty()));
    excludes(need, labelled(Optional.empty(), Optional.of(DAY.minusDays(1))), Reason.LABEL_EXPIRED);
    excludes(
        need,
        labelled(Optional.of(DAY.plusDays(1)), Optional.of(DAY.plusYears(2))),
        Reason.LABEL_NOT_YET);
    excludes(need, labelled(Optional.of(DAY), Optional.empty()), Reason.LABEL_UNDATED);
    assertThat(only(need, labelled(Optional.of(DAY), Optional.of(DAY))).standing())
        .isEqualTo(Standing.SEATED);
  }

  @Test
  void areaAndDistanceAreTwoThings() {
    Provider elsewhere =
        Small.present(
            Small.provider("rempart"),
            p ->
                new Provider.Presence(
                    p.sites(), p.people(), Set.of(new Area("34")), p.hours(), Optional.empty()));
    excludes(Small.need(), elsewhere, Reason.AREA_NOT_SERVED);
    Need near = wanting(wishes(List.of(), Optional.empty(), Optional.of(20), Optional.empty()));
    excludes(near, Small.provider("rempart"), Reason.TOO_FAR);
    Provider nowhere =
        Small.present(
            Small.provider("rempart"),
            p ->
                new Provider.Presence(
                    List.of(), p.people(), p.areas(), p.hours(), Optional.empty()));
    excludes(near, nowhere, Reason.PLACE_NOT_SAID);
  }

  @Test
  void aPriceAboveTheLimitExcludesAndAPriceNotSaidIsTold() {
    Need.Wishes cheap =
        new Need.Wishes(
            List.of("incident-response"),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Need.PriceLimit(Price.Unit.DAY, Money.euros(899))),
            Optional.empty(),
            false,
            Optional.empty(),
            false);
    excludes(wanting(cheap), Small.provider("rempart"), Reason.PRICE_ABOVE);
    Provider silent =
        Small.offering(
            Small.provider("rempart"),
            o -> new Provider.Offer(o.skills(), o.sectors(), o.labels(), List.of(), o.solutions()));
    Candidate candidate = only(wanting(cheap), silent);
    assertThat(candidate.standing()).isEqualTo(Standing.SEATED);
    assertThat(candidate.checks()).extracting(Check::reason).contains(Reason.PRICE_NOT_SAID);
  }

  @Test
  void insuranceHoldsForTheSumAndTheDay() {
    Need need =
        wanting(
            wishes(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Money.euros(1_000_000))));
    excludes(
        need,
        insured(Optional.of(new Insurance("A", Money.euros(999_999), DAY))),
        Reason.INSURED_FOR_LESS);
    excludes(
        need,
        insured(Optional.of(new Insurance("A", Money.euros(2_000_000), DAY.minusDays(1)))),
        Reason.INSURANCE_OVER);
    excludes(need, insured(Optional.empty()), Reason.INSURANCE_NOT_SAID);
  }

  private static Provider insured(Optional<Insurance> insurance) {
    return Small.guaranteed(
        Small.provider("rempart"),
        g -> new Provider.Guarantees(g.references(), insurance, g.validation()));
  }

  private static Provider validated(Optional<Validation> validation) {
    return Small.guaranteed(
        Small.provider("rempart"),
        g -> new Provider.Guarantees(g.references(), g.insurance(), validation));
  }

  @Test
  void onlyEntriesTheCentreHasValidatedOfLateAreDrawn() {
    excludes(Small.need(), validated(Optional.empty()), Reason.NEVER_VALIDATED);
    excludes(
        Small.need(),
        validated(Optional.of(new Validation("Centre", DAY.minusMonths(12).minusDays(1)))),
        Reason.VALIDATION_TOO_OLD);
    excludes(
        Small.need(),
        validated(Optional.of(new Validation("Centre", DAY.plusDays(1)))),
        Reason.VALIDATED_LATER);
  }

  @Test
  void whoTakesNothingNewOrHasDeclinedIsLeftInPeace() {
    Provider busy =
        Small.present(
            Small.provider("rempart"),
            p ->
                new Provider.Presence(
                    p.sites(), p.people(), p.areas(), p.hours(), Optional.of(DAY)));
    excludes(Small.need(), busy, Reason.UNAVAILABLE);
    Need again =
        Small.need(
            Need.Kind.INCIDENT,
            Small.wishes("incident-response"),
            new Need.Ties(List.of(), List.of(), Map.of(new EntryId("rempart"), "plus de place")));
    excludes(again, Small.provider("rempart"), Reason.HAS_DECLINED);
  }

  @Test
  void whoAuditedDoesNotSellTheRemedyUnlessDeclared() {
    excludes(measure(Optional.empty()), Small.provider("rempart"), Reason.HAS_AUDITED);
    assertThat(only(measure(Optional.of("délibération 7")), Small.provider("rempart")).checks())
        .extracting(Check::reason)
        .contains(Reason.HAS_AUDITED_DECLARED, Reason.SEATED);
  }

  private static Need measure(Optional<String> declared) {
    return Small.need(
        Need.Kind.MEASURE,
        Small.wishes("integration"),
        new Need.Ties(
            List.of(new Need.Tie(new EntryId("rempart"), declared)), List.of(), Map.of()));
  }

  @Test
  void aFirmOfTheSameGroupIsTheSameFirm() {
    Provider auditor = Small.grouped(Small.provider("rempart"), "muraille");
    Provider sister = Small.grouped(Small.provider("merlon"), "muraille");
    Draw draw = draw(measure(Optional.empty()), auditor, sister, Small.provider("creneau"));
    assertThat(draw.panel()).containsExactly(new EntryId("creneau"));
  }

  @Test
  void whoSuppliedDoesNotAuditAndIsToldInAnIncident() {
    Need.Ties supplied =
        new Need.Ties(
            List.of(), List.of(new Need.Tie(new EntryId("rempart"), Optional.empty())), Map.of());
    excludes(
        Small.need(Need.Kind.AUDIT, Small.wishes("audit"), supplied),
        Small.provider("rempart"),
        Reason.HAS_SUPPLIED);
    Need incident = Small.need(Need.Kind.INCIDENT, Small.wishes("incident-response"), supplied);
    assertThat(only(incident, Small.provider("rempart")).checks())
        .extracting(Check::reason)
        .contains(Reason.HAS_SUPPLIED_WHAT_FAILED, Reason.SEATED);
  }

  @Test
  void fictionIsForExercisesAndNeverTheOtherWayRound() {
    Need exercise = Small.need();
    Need earnest =
        new Need(
            exercise.reference(),
            exercise.kind(),
            exercise.date(),
            false,
            exercise.body(),
            3,
            exercise.wishes(),
            exercise.ties());
    excludes(earnest, Small.provider("rempart"), Reason.FICTIONAL_IN_EARNEST);
  }

  @Test
  void europeComesBeforeTheAlliesAndTheAlliesBeforeTheRest() {
    Draw draw =
        draw(
            Small.need(Small.need(), "CAS-2", 2),
            Small.controlled(Small.provider("a-japanese"), Small.origin("JP")),
            Small.controlled(Small.provider("b-american"), Small.origin("US")),
            Small.controlled(Small.provider("c-german"), Small.origin("DE")),
            Small.controlled(Small.provider("d-russian"), Small.origin("RU")));
    assertThat(draw.panel()).containsExactly(new EntryId("c-german"), new EntryId("b-american"));
    assertThat(draw.candidates().get(0).checks())
        .extracting(Check::reason)
        .contains(Reason.NEARER_ORIGINS_FIRST);
    assertThat(draw.candidates().get(3).checks())
        .allMatch(check -> check.reason() == Reason.ORIGIN_EXCLUDED)
        .hasSize(Origin.Link.values().length);
    assertThat(draw.changes()).isEmpty();
  }

  @Test
  void aGroupHasOnePlaceAndItsFirmsTakeTurns() {
    Provider[] firms = {
      Small.grouped(Small.provider("merlon"), "muraille"),
      Small.grouped(Small.provider("rempart"), "muraille"),
      Small.provider("creneau")
    };
    List<Draw> draws = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Need need = Small.need(Small.need(), "CAS-" + i, 3);
      draws.add(Draw.of(need, Small.directory(List.of(firms)), POLICY, i, Ledger.of(draws)));
    }
    assertThat(draws).allMatch(draw -> draw.panel().size() == 2);
    for (String one : List.of("merlon", "rempart")) {
      assertThat(draws.stream().filter(d -> d.panel().contains(new EntryId(one))).count())
          .as(one)
          .isEqualTo(3);
    }
  }

  @Test
  void whoWaitedLongerComesFirstAndANewcomerNeitherFloodsNorWaits() {
    List<Provider> firms = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      firms.add(Small.provider("firme-" + i));
    }
    Ledger ledger = Ledger.EMPTY;
    for (int i = 0; i < 100; i++) {
      Need need = Small.need(Small.need(), "CAS-" + i, 2);
      ledger = ledger.plus(Draw.of(need, Small.directory(firms), POLICY, i, ledger));
    }
    firms.add(Small.provider("nouvelle"));
    int seated = 0;
    for (int i = 0; i < 70; i++) {
      Need need = Small.need(Small.need(), "SUITE-" + i, 2);
      Draw draw = Draw.of(need, Small.directory(firms), POLICY, i, ledger);
      seated += draw.panel().contains(new EntryId("nouvelle")) ? 1 : 0;
      ledger = ledger.plus(draw);
    }
    assertThat(seated).isBetween(19, 21);
  }

  @Test
  void aPolicyIsNotUsedBeforeItHolds() {
    Need need = Small.need();
    Need early =
        new Need(
            need.reference(),
            need.kind(),
            LocalDate.of(2025, 12, 31),
            true,
            need.body(),
            3,
            need.wishes(),
            need.ties());
    assertThatThrownBy(() -> draw(early, Small.provider("rempart")))
        .isInstanceOf(DirectoryException.class)
        .hasMessageContaining("2026.1");
  }

  @Test
  void aLotIsTheHashThatTheDecisionRecordDescribes() throws Exception {
    byte[] hash =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest(
                "bastide-panel/1\n42\nCAS-2026-001\nrempart"
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(only(Small.need(), Small.provider("rempart")).lot())
        .isEqualTo(java.util.HexFormat.of().formatHex(hash));
  }
}
