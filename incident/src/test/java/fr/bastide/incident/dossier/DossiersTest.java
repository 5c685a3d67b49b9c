package fr.bastide.incident.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.incident.CaseFiles;
import fr.bastide.incident.Qualification;
import fr.bastide.incident.obligation.Switches;
import fr.bastide.kernel.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every document can be made from every case, and says nothing that the case does not.
class DossiersTest {

  private static final Instant AT = Instant.parse("2023-03-20T12:00:00Z");

  private static CaseFile file(String name) {
    return CaseFile.of(Qualification.of(CaseFiles.facts(CaseFiles.text(name)), AT, Switches.NONE));
  }

  private static CaseFile written(String yaml) {
    return CaseFile.of(
        Qualification.of(CaseFiles.facts("format: incident-facts/1\n" + yaml), AT, Switches.NONE));
  }

  private static Dossier make(String kind, CaseFile file) {
    return Dossiers.make(Dossiers.kind(kind).orElseThrow(), file, Language.FR);
  }

  private static String said(Dossier dossier, String block) {
    return dossier.block(block).orElseThrow().plain(dossier.language());
  }

  @Test
  void everyKindIsMadeFromEveryCase() {
    for (String name : CaseFiles.NAMES) {
      CaseFile file = file(name);
      for (DossierKind kind : Dossiers.kinds()) {
        for (Language language : kind.languages()) {
          Dossier dossier = Dossiers.make(kind, file, language);
          String text = Dossiers.text(dossier);
          assertThat(text).as(kind.id()).contains(file.facts().body());
          assertThat(text).as(kind.id()).doesNotContain("{", "}", "null", "Optional");
          assertThat(dossier.parts()).extracting(Part::role).contains(Part.Role.ACT);
          assertThat(dossier).isEqualTo(Dossiers.make(kind, file, language));
          JsonNode json = new JsonMapper().readTree(Dossiers.json(dossier));
          assertThat(json.at("/bastide").asString()).isEqualTo("incident-dossier/1");
          assertThat(json.at("/parts")).hasSize(dossier.parts().size());
        }
      }
    }
  }

  @Test
  void aCaseWithoutFactsGivesBlanksAlone() {
    for (DossierKind kind : Dossiers.kinds()) {
      Dossier dossier = make(kind.id(), written(""));
      assertThat(dossier.blanks()).as(kind.id()).isNotEmpty();
      assertThat(dossier.title()).contains("[à compléter");
    }
    Dossier complaint = make("complaint", written(""));
    assertThat(complaint.block("facts-list")).isEmpty();
    assertThat(complaint.block("law")).isEmpty();
    assertThat(said(complaint, "facts-clocks")).contains("[à compléter\u00a0: jour et heure]");
    assertThat(said(complaint, "fits")).contains("ne disent pas encore");
    assertThat(said(complaint, "guide-open")).contains("acte malveillant");
  }

  @Test
  void contradictorySourcesStandSideBySide() {
    Dossier dossier = make("complaint", file("marseille-2020"));
    assertThat(said(dossier, "facts-clocks"))
        .contains(
            "10\u00a0h\u00a037 (selon a magazine) ou samedi 14 mars 2020 à 10\u00a0h\u00a031");
    Dossier press = make("press-statement", file("marseille-2020"));
    assertThat(said(press, "what"))
        .contains("[à compléter\u00a0: samedi 14 mars 2020 à 10\u00a0h\u00a037 ou samedi")
        .doesNotContain("magazine");
    assertThat(said(dossier, "effects"))
        .contains("Bureaux et courrier | arrêté", "Élections | dégradé")
        .doesNotContain("intact");
  }

  @Test
  void aComplaintSaysWhatHappenedAndWhoSigns() {
    Dossier fraud = make("complaint", file("franquevielle-2021"));
    assertThat(said(fraud, "facts-list"))
        .contains("un compte ordinaire", "faux compte", "fait passer")
        .doesNotContain("chiffrés");
    assertThat(said(fraud, "law"))
        .contains("323-1", "313-1", "226-4-1", "226-18")
        .doesNotContain("312-1", "323-2");
    assertThat(said(fraud, "guide-commune")).contains("sans délibération", "L.\u00a02122-22, 16°");
    assertThat(fraud.block("guide-other")).isEmpty();
    assertThat(fraud.block("fits")).isEmpty();
    Dossier hospital = make("complaint", file("brest-chu-2023"));
    assertThat(said(hospital, "guide-hospital")).contains("L.\u00a06143-7");
    assertThat(hospital.block("guide-commune")).isEmpty();
    assertThat(said(hospital, "facts-known")).startsWith("L’établissement de santé a eu");
  }

  @Test
  void theGuideShowsTheDeadlines() {
    Dossier dossier =
        make(
            "complaint",
            written(
                """
                body: {form: commune, cyber-insurance: yes}
                clocks: {certain: 2026-11-24 02:00}
                incident: {malicious: yes, ransomware: yes}
                """));
    assertThat(said(dossier, "guide-duties")).contains("vendredi 27 novembre 2026 à 2\u00a0h");
  }

  @Test
  void whatMayNotTravelIsCountedAndLeftOut() {
    CaseFile base = file("frontignan-2022");
    Records records =
        new Records(
            List.of(new Records.Happening(AT, "Fait partagé.", "", Marking.GREEN)),
            List.of(),
            List.of(),
            List.of(
                new Records.Observable("domaine", "shared.example", "", Marking.AMBER),
                new Records.Observable("domaine", "secret.example", "", Marking.RED)));
    CaseFile file =
        new CaseFile(
            "C-1",
            base.qualification(),
            Victim.UNKNOWN,
            List.of(),
            records,
            Breach.UNKNOWN,
            List.of(),
            Recovery.NONE);
    for (DossierKind kind : Dossiers.kinds()) {
      String text = Dossiers.text(make(kind.id(), file));
      assertThat(text).as(kind.id()).doesNotContain("secret.example");
    }
    Dossier complaint = make("complaint", file);
    assertThat(said(complaint, "observables")).contains("shared.example");
    assertThat(said(complaint, "withheld")).contains("TLP:AMBER au plus)\u00a0: 1.");
    assertThat(complaint.handedOver().block("withheld")).isEmpty();
  }

  @Test
  void numbersAddUpAndHashesStand() {
    CaseFile base = file("frontignan-2022");
    String hash = "ab".repeat(32);
    Records records =
        new Records(
            List.of(),
            List.of(
                new Records.Damage(
                    "Prestataire", java.util.Optional.of(new fr.bastide.kernel.Money(123_45)), ""),
                new Records.Damage(
                    "Matériel", java.util.Optional.of(fr.bastide.kernel.Money.euros(1000)), "F-1"),
                new Records.Damage("Temps", java.util.Optional.empty(), "")),
            List.of(
                new Records.Evidence(
                    "P-1",
                    "note.txt",
                    hash,
                    java.util.Optional.of(12L),
                    java.util.Optional.of(AT),
                    "un agent",
                    "",
                    Marking.AMBER)),
            List.of());
    CaseFile file =
        new CaseFile(
            "C-1",
            base.qualification(),
            Victim.UNKNOWN,
            List.of(),
            records,
            Breach.UNKNOWN,
            List.of(),
            Recovery.NONE);
    Dossier complaint = make("complaint", file);
    assertThat(said(complaint, "damage"))
        .contains("Total des montants connus | 1\u202f123,45\u00a0€")
        .contains("Temps | [à compléter\u00a0: montant]");
    assertThat(said(complaint, "evidence")).contains(hash, "12\u00a0octets");
  }

  @Test
  void aDocumentForAFrenchAuthorityIsInFrench() {
    DossierKind complaint = Dossiers.kind("complaint").orElseThrow();
    assertThat(complaint.language(Language.EN)).isEqualTo(Language.FR);
    assertThat(Dossiers.make(complaint, file("angers-2021"), Language.EN).language())
        .isEqualTo(Language.FR);
  }

  @Test
  void noKindCarriesWhatMayNotLeaveTheRoom() {
    Map<String, Marking> most =
        Dossiers.kinds().stream()
            .collect(java.util.stream.Collectors.toMap(DossierKind::id, DossierKind::most));
    assertThat(most.values()).noneMatch(marking -> marking == Marking.RED);
  }
}
