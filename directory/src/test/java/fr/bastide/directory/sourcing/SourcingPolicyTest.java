package fr.bastide.directory.sourcing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.directory.CountryCode;
import fr.bastide.directory.Origin;
import fr.bastide.directory.Origin.Link;
import fr.bastide.directory.Small;
import fr.bastide.kernel.Text;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourcingPolicyTest {

  private final SourcingPolicy policy = SourcingPolicy.builtin();

  private Rank rank(Origin origin) {
    assertThat(policy.judge(origin)).isInstanceOf(Judgement.Admitted.class);
    return ((Judgement.Admitted) policy.judge(origin)).rank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RU", "BY", "CN", "HK", "MO", "IR", "KP"})
  void anExcludedStateExcludesAtAnyLinkAndSaysWhy(String state) {
    for (Link link : Link.values()) {
      Origin origin = Small.with(Small.origin("FR"), link, Small.known("FR", state));
      Judgement judgement = policy.judge(origin);
      assertThat(judgement).isInstanceOf(Judgement.Refused.class);
      assertThat(((Judgement.Refused) judgement).grounds())
          .singleElement()
          .satisfies(ground -> {
            assertThat(ground.link()).isEqualTo(link);
            Exclusion why = ((Ground.StateExcluded) ground).exclusion();
            assertThat(why.state()).isEqualTo(new CountryCode(state));
            assertThat(why.reason().fr()).isNotBlank();
            assertThat(why.source()).isNotBlank();
            assertThat(why.since()).isBefore(Small.DAY);
          });
    }
  }

  @Test
  void nearIsEuropeThenTheAlliesAndTheFarthestLinkDecides() {
    assertThat(rank(Small.origin("FR"))).isEqualTo(Rank.EUROPEAN);
    assertThat(rank(Small.origin("CH"))).isEqualTo(Rank.EUROPEAN);
    assertThat(rank(Small.origin("NO"))).isEqualTo(Rank.EUROPEAN);
    assertThat(rank(Small.origin("US"))).isEqualTo(Rank.ALLIED);
    assertThat(rank(Small.origin("JP"))).isEqualTo(Rank.OTHER);
    assertThat(rank(Small.with(Small.origin("FR"), Link.LAW, Small.known("FR", "US"))))
        .isEqualTo(Rank.ALLIED);
  }

  @ParameterizedTest
  @EnumSource(Link.class)
  void hidingALinkNeverHelps(Link link) {
    Origin hidden = Small.with(Small.origin("FR"), link, new Origin.Unknown());
    switch (policy.judge(hidden)) {
      case Judgement.Admitted admitted -> {
        assertThat(admitted.rank()).isEqualTo(Rank.OTHER);
        assertThat(admitted.toAsk()).containsExactly(new Ground.NotSaid(link));
      }
      case Judgement.Refused refused ->
          assertThat(refused.grounds()).containsExactly(new Ground.NotSaid(link));
    }
  }

  @Test
  void nobodyThereIsNotNobodySaid() {
    Origin origin = Small.with(Small.origin("FR"), Link.PARENT, new Origin.Absent());
    assertThat(policy.judge(origin))
        .isEqualTo(new Judgement.Admitted(Rank.EUROPEAN, java.util.List.of()));
  }

  @Test
  void theUnionHasTwentySevenMembersAndTheAllianceThirtyTwo() {
    assertThat(policy.circles().getFirst().states()).hasSize(27);
    Set<String> unionOutsideTheAlliance = Set.of("AT", "CY", "IE", "MT");
    long allies =
        policy.circles().get(0).states().stream()
                .filter(s -> !unionOutsideTheAlliance.contains(s.value()))
                .count()
            + 2 // Iceland, Norway
            + policy.circles().get(3).states().size();
    assertThat(allies).isEqualTo(32);
  }

  @Test
  void noStateIsBothExcludedAndNear() {
    for (CountryCode state : policy.excluded().keySet()) {
      assertThat(policy.rank(state)).as(state.value()).isEqualTo(Rank.OTHER);
    }
  }

  private static BodyPolicy body(
      Map<CountryCode, Exclusion> excluded, Map<Link, WhenUnknown> unknown, Optional<Rank> accept) {
    return new BodyPolicy("3", "mirepoix", "2026.1", excluded, unknown, accept);
  }

  @Test
  void aBodyMayBeStricter() {
    CountryCode us = new CountryCode("US");
    Exclusion own =
        new Exclusion(us, LocalDate.of(2026, 2, 1), new Text("Vote.", "Vote."), "délibération 12");
    Composition composed =
        policy.with(
            body(Map.of(us, own), Map.of(Link.OWNER, WhenUnknown.EXCLUDE), Optional.empty()));
    assertThat(composed).isInstanceOf(Composition.Composed.class);
    SourcingPolicy both = ((Composition.Composed) composed).policy();
    assertThat(both.version()).isEqualTo("2026.1+mirepoix/3");
    assertThat(both.judge(Small.origin("US"))).isInstanceOf(Judgement.Refused.class);
    assertThat(both.judge(Small.origin("RU"))).isInstanceOf(Judgement.Refused.class);
    assertThat(both.judge(Small.with(Small.origin("FR"), Link.OWNER, new Origin.Unknown())))
        .isInstanceOf(Judgement.Refused.class);
    assertThat(both.judge(Small.origin("FR"))).isInstanceOf(Judgement.Admitted.class);
  }

  @Test
  void aBodyMayWantEuropeAlone() {
    SourcingPolicy europe =
        ((Composition.Composed) policy.with(body(Map.of(), Map.of(), Optional.of(Rank.EUROPEAN))))
            .policy();
    assertThat(europe.judge(Small.origin("US")))
        .isInstanceOfSatisfying(
            Judgement.Refused.class,
            refused -> assertThat(refused.grounds()).hasSize(Link.values().length));
    assertThat(europe.judge(Small.origin("DE"))).isInstanceOf(Judgement.Admitted.class);
  }

  @Test
  void aBodyIsNeverLooser() {
    SourcingPolicy strict =
        ((Composition.Composed) policy.with(body(Map.of(), Map.of(), Optional.of(Rank.EUROPEAN))))
            .policy();
    BodyPolicy looser =
        new BodyPolicy(
            "1",
            "mirepoix",
            strict.version(),
            Map.of(),
            Map.of(Link.VENDOR, WhenUnknown.ASK),
            Optional.of(Rank.ALLIED));
    assertThat(strict.with(looser))
        .isInstanceOfSatisfying(
            Composition.Refused.class, refused -> assertThat(refused.reasons()).hasSize(2));
  }

  @Test
  void aBodysPolicyIsReadAgainWhenTheCentresChanges() {
    BodyPolicy old =
        new BodyPolicy("1", "mirepoix", "2025.1", Map.of(), Map.of(), Optional.empty());
    assertThat(policy.with(old))
        .isInstanceOfSatisfying(
            Composition.Refused.class,
            refused -> assertThat(refused.reasons().getFirst().en()).contains("2025.1", "2026.1"));
  }
}
