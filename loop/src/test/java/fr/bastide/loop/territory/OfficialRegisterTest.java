package fr.bastide.loop.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Siren;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OfficialRegisterTest {

  private static final OfficialRegister ALL = OfficialRegister.load();

  @Test
  void everyFormIsThereInItsOfficialNumber() {
    Map<BodyForm, Long> count =
        ALL.entries().stream()
            .collect(Collectors.groupingBy(RegisterEntry::form, Collectors.counting()));
    assertThat(count)
        .containsOnly(
            Map.entry(BodyForm.COMMUNE, 34_969L),
            Map.entry(BodyForm.EPCI, 1_255L),
            Map.entry(BodyForm.DEPARTEMENT, 101L),
            Map.entry(BodyForm.REGION, 26L));
  }

  @Test
  void aCommuneCarriesItsCodes() {
    RegisterEntry mirepoix = ALL.find(new BodyId("commune-09194")).orElseThrow();
    assertThat(mirepoix.name()).isEqualTo("Mirepoix");
    assertThat(mirepoix.form()).isEqualTo(BodyForm.COMMUNE);
    assertThat(mirepoix.siren()).contains(new Siren("210901948"));
    assertThat(mirepoix.population().orElseThrow()).isBetween(2_500, 4_000);
    assertThat(mirepoix.departement()).isEqualTo("09");
    assertThat(mirepoix.region()).isEqualTo("76");
    RegisterEntry epci =
        ALL.find(new BodyId("epci-" + mirepoix.epci().orElseThrow())).orElseThrow();
    assertThat(epci.name()).isEqualTo("CC du Pays de Mirepoix");
    assertThat(epci.siren().orElseThrow().value()).isEqualTo(epci.code());
  }

  @Test
  void identifiersAreUniqueAndPointersLeadSomewhere() {
    Set<String> ids = new HashSet<>();
    Set<String> wrong = new HashSet<>();
    for (RegisterEntry entry : ALL.entries()) {
      if (!ids.add(entry.id().value())) {
        wrong.add("twice: " + entry);
      }
    }
    for (RegisterEntry entry : ALL.entries()) {
      boolean departementKnown =
          entry.form() == BodyForm.REGION
              ? entry.departement().isEmpty()
              : Regions.departement(entry.departement()).isPresent();
      if (!departementKnown
          || Regions.find(entry.region()).isEmpty()
          || !entry.epci().map(epci -> ids.contains("epci-" + epci)).orElse(true)) {
        wrong.add("points nowhere: " + entry);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void onlyWhatTheSourceLacksIsMissing() {
    List<RegisterEntry> communes =
        ALL.entries().stream().filter(e -> e.form() == BodyForm.COMMUNE).toList();
    assertThat(communes.stream().filter(e -> e.siren().isEmpty()))
        .hasSize(94)
        .allMatch(e -> e.code().startsWith("97") || e.code().startsWith("98"))
        .allMatch(e -> e.departement().length() == 3);
    assertThat(communes.stream().filter(e -> e.population().isEmpty()).map(RegisterEntry::code))
        .containsExactlyInAnyOrder("98411", "98412", "98413", "98414", "98415", "98901");
    assertThat(communes.stream().filter(e -> e.epci().isEmpty() && e.departement().length() == 2))
        .extracting(RegisterEntry::name)
        .containsExactlyInAnyOrder("Île-de-Bréhat", "Île-de-Sein", "Ouessant", "L'Île-d'Yeu");
  }

  @Test
  void oneRegionIsTheSameAsItsPartOfTheWhole() {
    OfficialRegister occitanie = OfficialRegister.load("76");
    assertThat(occitanie.entries())
        .isEqualTo(ALL.entries().stream().filter(e -> e.region().equals("76")).toList());
    assertThat(occitanie.entries()).filteredOn(e -> e.form() == BodyForm.DEPARTEMENT).hasSize(13);
    assertThat(OfficialRegister.load("00").entries()).isEmpty();
  }

  @Test
  void aDepartementIsAsPopulousAsItsCommunesTogether() {
    int ariege =
        ALL.entries().stream()
            .filter(e -> e.form() == BodyForm.COMMUNE && e.departement().equals("09"))
            .mapToInt(e -> e.population().orElse(0))
            .sum();
    assertThat(ALL.find(new BodyId("departement-09")).orElseThrow().population()).contains(ariege);
  }

  @Test
  void theLicenceIsNamed() {
    assertThat(ALL.licence()).contains("Licence Ouverte");
    assertThat(ALL.attribution()).contains("Etalab").contains("INSEE");
    assertThat(ALL.source()).contains("6.0.0");
  }

  @Test
  void regionsAreFoundByCode() {
    assertThat(Regions.find("76").orElseThrow().name()).isEqualTo("Occitanie");
    assertThat(Regions.find("77")).isEmpty();
    assertThat(Regions.all()).hasSize(26);
    assertThat(Regions.departements("76")).hasSize(13);
    assertThat(Regions.departement("2A").orElseThrow().region()).isEqualTo("94");
  }
}
