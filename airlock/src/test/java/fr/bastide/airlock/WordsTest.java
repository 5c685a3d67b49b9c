package fr.bastide.airlock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void everyThreatAndEveryReasonHasItsWords() {
    for (Threat threat : Threat.values()) {
      assertThat(Words.of(threat).danger().fr()).as(threat.name()).endsWith(".");
    }
    for (Reason reason : Reason.values()) {
      assertThat(Words.of(reason).what().fr()).as(reason.name()).endsWith(".");
      assertThat(Words.of(reason).ask().en()).as(reason.name()).endsWith(".");
    }
  }

  @Test
  void thePoliciesOfTheHouseAreRead() {
    for (String name : Policies.NAMES) {
      assertThat(Policies.named(name).name()).isEqualTo(name);
    }
    assertThat(Policies.named("strict").links()).isEqualTo(Policy.Links.NONE);
  }
}
