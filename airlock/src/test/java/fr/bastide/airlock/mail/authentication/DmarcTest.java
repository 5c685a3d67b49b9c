package fr.bastide.airlock.mail.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DmarcTest {

  private static final Zone ZONE =
      new Zone()
          .text("_dmarc.b.example", "v=DMARC1; p=reject; sp=quarantine; rua=mailto:x@b.example")
          .text("_dmarc.strict.example", "v=DMARC1; p=none; adkim=s; aspf=s")
          .text("_dmarc.gouv.example", "v=DMARC1; p=reject; psd=y")
          .text("_dmarc.ville.gouv.example", "v=DMARC1; p=quarantine")
          .text("_dmarc.twice.example", "v=DMARC1; p=reject", "v=DMARC1; p=none")
          .silent("_dmarc.late.example");

  private static Dmarc.Checked check(String from, List<String> signed, String mailFrom) {
    return new Dmarc(ZONE)
        .check(from, signed, mailFrom.isEmpty() ? Optional.empty() : Optional.of(mailFrom));
  }

  private static Dmarc.Checked of(Verdict verdict, Dmarc.Asks asks) {
    return new Dmarc.Checked(verdict, asks);
  }

  @Test
  void aSignatureOrAServerOfTheSameOrganisationIsEnough() {
    assertThat(check("b.example", List.of("b.example"), ""))
        .isEqualTo(of(Verdict.PASS, Dmarc.Asks.REJECT));
    assertThat(check("b.example", List.of("mail.b.example"), "").verdict()).isEqualTo(Verdict.PASS);
    assertThat(check("mail.b.example", List.of(), "autre.b.example"))
        .isEqualTo(of(Verdict.PASS, Dmarc.Asks.QUARANTINE));
    assertThat(check("b.example", List.of("evil.example"), "evil.example"))
        .isEqualTo(of(Verdict.FAIL, Dmarc.Asks.REJECT));
    assertThat(check("b.example", List.of("xb.example"), "").verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void strictDomainsWantThemselves() {
    assertThat(
            check("strict.example", List.of("mail.strict.example"), "mail.strict.example")
                .verdict())
        .isEqualTo(Verdict.FAIL);
    assertThat(check("strict.example", List.of("strict.example"), "").verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void twoBodiesUnderOneRegistryAreTwo() {
    assertThat(check("ville.gouv.example", List.of("autre.gouv.example"), "").verdict())
        .isEqualTo(Verdict.FAIL);
    assertThat(check("ville.gouv.example", List.of("gouv.example"), "").verdict())
        .isEqualTo(Verdict.FAIL);
    assertThat(check("mail.ville.gouv.example", List.of("ville.gouv.example"), "").verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(check("sans.gouv.example", List.of(), ""))
        .isEqualTo(of(Verdict.FAIL, Dmarc.Asks.REJECT));
  }

  @Test
  void noPolicyIsNoVerdict() {
    assertThat(check("none.example", List.of("none.example"), "").verdict())
        .isEqualTo(Verdict.NONE);
    assertThat(check("twice.example", List.of(), "").verdict()).isEqualTo(Verdict.NONE);
    assertThat(check("late.example", List.of(), "").verdict()).isEqualTo(Verdict.TEMPERROR);
  }

  @Test
  void aLongDomainAsksFewQuestions() {
    Zone zone = new Zone();
    new Dmarc(zone).check("a.".repeat(60) + "example", List.of(), Optional.empty());
    assertThat(zone.asked()).isLessThanOrEqualTo(8);
  }
}
