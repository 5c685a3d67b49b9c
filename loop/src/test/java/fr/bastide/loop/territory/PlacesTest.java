package fr.bastide.loop.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.bastide.kernel.BodyId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {

  private static final Places PLACES = Places.load();

  @Test
  void aCommuneOfOccitanieStandsInItself() {
    Place mirepoix = PLACES.of(new BodyId("commune-09194")).orElseThrow();
    assertThat(mirepoix.lat()).isCloseTo(43.09, within(0.05));
    assertThat(mirepoix.lon()).isCloseTo(1.87, within(0.05));
  }

  @Test
  void everyBodyOfOccitanieButTheRegionHasAPlace() {
    List<RegisterEntry> without =
        OfficialRegister.load("76").entries().stream()
            .filter(entry -> PLACES.near(entry).isEmpty())
            .toList();
    assertThat(without).extracting(RegisterEntry::id).containsExactly(new BodyId("region-76"));
  }

  @Test
  void elsewhereACommuneFallsBackToItsDepartement() {
    RegisterEntry rennes =
        OfficialRegister.load("53").find(new BodyId("commune-35238")).orElseThrow();
    assertThat(PLACES.of(rennes.id())).isEmpty();
    assertThat(PLACES.near(rennes)).isEqualTo(PLACES.of(new BodyId("departement-35")));
    RegisterEntry cayenne =
        OfficialRegister.load("03").find(new BodyId("commune-97302")).orElseThrow();
    assertThat(PLACES.near(cayenne)).isEmpty();
  }

  @Test
  void everyMetropolitanRegionHasAMapOfItsDepartements() {
    for (Region region : Regions.all()) {
      boolean metropolitan = region.code().length() == 2 && !region.code().startsWith("0");
      assertThat(Maps.region(region.code()).isPresent()).as(region.name()).isEqualTo(metropolitan);
      Maps.region(region.code()).ifPresent(bytes -> drawn(region, bytes));
    }
  }

  private static void drawn(Region region, byte[] bytes) {
    String map = new String(bytes, StandardCharsets.UTF_8);
    assertThat(bytes).hasSizeLessThan(40_000);
    assertThat(map).startsWith("{\"type\":\"FeatureCollection\"").contains("Licence Ouverte");
    for (Departement departement : Regions.departements(region.code())) {
      assertThat(map)
          .contains("\"code\":\"" + departement.code() + "\"")
          .contains(departement.name());
    }
  }

  @Test
  void theLicenceIsNamed() {
    assertThat(PLACES.attribution()).contains("IGN").contains("INSEE");
  }

  @Test
  void aForeignPathIsNoRegion() {
    assertThat(Maps.region("../register")).isEmpty();
    assertThat(Maps.region("")).isEmpty();
  }

  @Test
  void aPlaceIsOnEarth() {
    assertThatThrownBy(() -> new Place(91, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Place(0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }
}
