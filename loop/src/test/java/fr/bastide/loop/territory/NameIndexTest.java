package fr.bastide.loop.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.territory.NameIndex.Hit;
import fr.bastide.loop.territory.NameIndex.Match;
import fr.bastide.loop.territory.NameIndex.Named;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NameIndexTest {

  private static final NameIndex FRANCE =
      NameIndex.of(OfficialRegister.load().entries().stream().map(Named::of).toList());

  private static List<String> names(String typed, int limit) {
    return FRANCE.search(typed, limit).stream().map(hit -> hit.body().name()).toList();
  }

  private static Hit first(String typed) {
    return FRANCE.search(typed, 1).getFirst();
  }

  @Test
  void theWholeNameComesBeforeItsBeginningBeforeItsWords() {
    List<Hit> hits = FRANCE.search("mirepoix", 10);
    assertThat(hits)
        .extracting(hit -> hit.match() + " " + hit.body().id())
        .containsExactly(
            "EXACT commune-09194",
            "EXACT commune-32258",
            "PREFIX commune-31346",
            "WORDS epci-200044469");
  }

  @Test
  void accentsHyphensCaseAndSaintAreForgiven() {
    assertThat(first("SAINT GIRONS").body().name()).isEqualTo("Saint-Girons");
    assertThat(first("st girons").body().name()).isEqualTo("Saint-Girons");
    assertThat(first("ste-marie-aux-mines").body().name()).isEqualTo("Sainte-Marie-aux-Mines");
    assertThat(first("l hay les roses").match()).isEqualTo(Match.EXACT);
    assertThat(first("oeting").body().name()).isEqualTo("Œting");
    assertThat(first("montdemarsan").match()).isEqualTo(Match.JOINED);
    assertThat(first("labergement de varey").body().name()).isEqualTo("L'Abergement-de-Varey");
  }

  @Test
  void stMayStillBecomeStrasbourg() {
    assertThat(names("st", 10)).contains("Strasbourg").anyMatch(n -> n.startsWith("Saint-"));
    assertThat(first("stras").body().name()).isEqualTo("Strasbourg");
  }

  @Test
  void wordsMayComeInAnyOrderAndUnfinished() {
    assertThat(names("tarn mirep", 5)).containsExactly("Mirepoix-sur-Tarn");
    assertThat(names("mont mars", 5)).contains("Mont-de-Marsan");
  }

  @Test
  void anIntercommunalBodyIsFoundByItsFormWrittenOut() {
    assertThat(names("communauté de communes du pays de mirepoix", 5))
        .containsExactly("CC du Pays de Mirepoix");
    assertThat(names("cc mirepoix", 5)).containsExactly("CC du Pays de Mirepoix");
  }

  @Test
  void oneTypingErrorIsForgivenWhenNothingElseFits() {
    for (String typed : List.of("tolouse", "touluose", "toullouse", "tpulouse", "xoulouse")) {
      assertThat(FRANCE.search(typed, 5))
          .as(typed)
          .allMatch(hit -> hit.match() == Match.ONE_TYPO)
          .anyMatch(hit -> hit.body().name().equals("Toulouse"));
    }
    assertThat(names("sant girons", 1)).containsExactly("Saint-Girons");
    assertThat(names("tolluose", 5)).as("two errors").isEmpty();
  }

  @Test
  void theMorePopulousComesFirst() {
    List<Hit> hits = FRANCE.search("saint", 100);
    assertThat(hits).hasSize(100);
    assertThat(hits.stream().map(hit -> -hit.body().population().orElse(0))).isSorted();
  }

  @Test
  void nothingIsFoundForNothing() {
    assertThat(FRANCE.search("", 5)).isEmpty();
    assertThat(FRANCE.search(" - ", 5)).isEmpty();
    assertThat(FRANCE.search("zzzzzz", 5)).isEmpty();
    assertThat(NameIndex.of(List.of()).search("a", 5)).isEmpty();
  }

  @Test
  void theLimitIsChecked() {
    assertThatThrownBy(() -> FRANCE.search("a", 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FRANCE.search("a", 201)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void otherBodiesCanBeAddedAndReplaced() {
    Named hospital =
        new Named(
            new BodyId("hospital-260900018"), "Centre hospitalier du Pays", Optional.empty(), "09");
    NameIndex more = FRANCE.with(List.of(hospital));
    assertThat(more.size()).isEqualTo(FRANCE.size() + 1);
    assertThat(more.search("centre hospitalier pays", 1).getFirst().body()).isEqualTo(hospital);
    assertThat(FRANCE.search("centre hospitalier pays", 1)).isEmpty();
    Named renamed = new Named(hospital.id(), "Hôpital neuf", Optional.empty(), "09");
    NameIndex again = more.with(List.of(renamed));
    assertThat(again.size()).isEqualTo(more.size());
    assertThat(again.search("hopital neuf", 1).getFirst().body()).isEqualTo(renamed);
  }
}
