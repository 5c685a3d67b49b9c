package fr.bastide.loop.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.BodyId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
  void everyBodyOfEveryRegionStandsWithinTheBoxOfItsOutline() {
    List<String> lost = new ArrayList<>();
    for (Region region : Regions.all()) {
      Box box = Box.around(Maps.region(region.code()).orElseThrow());
      for (RegisterEntry entry : OfficialRegister.load(region.code()).entries()) {
        if (PLACES.of(entry.id()).filter(box::holds).isEmpty()) {
          lost.add(entry.id() + " " + entry.name());
        }
      }
    }
    assertThat(lost).isEmpty();
  }

  @Test
  void hardlyAnyTwoCommunesOfARegionShareAPoint() {
    for (Region region : Regions.all()) {
      if (region.code().length() == 2) {
        List<Place> communes =
            OfficialRegister.load(region.code()).entries().stream()
                .filter(entry -> entry.form() == BodyForm.COMMUNE)
                .map(entry -> PLACES.of(entry.id()).orElseThrow())
                .toList();
        long alone = communes.stream().distinct().count();
        assertThat(alone).as(region.name()).isGreaterThanOrEqualTo(communes.size() * 96L / 100);
      }
    }
  }

  @Test
  void whatIsEstimatedIsSaid() {
    assertThat(PLACES.of(new BodyId("commune-09194")).orElseThrow().estimated()).isFalse();
    assertThat(PLACES.of(new BodyId("commune-35238")).orElseThrow().estimated()).isFalse();
    assertThat(PLACES.around("35", "53").orElseThrow().estimated()).isTrue();
    assertThat(share("76")).isZero();
    assertThat(share("11")).isBetween(0.1, 0.35);
    assertThat(share("53")).isBetween(0.1, 0.35);
    assertThat(share("01")).isLessThan(0.25);
  }

  private static double share(String region) {
    return OfficialRegister.load(region).entries().stream()
        .filter(entry -> entry.form() == BodyForm.COMMUNE)
        .mapToInt(entry -> PLACES.of(entry.id()).orElseThrow().estimated() ? 1 : 0)
        .average()
        .orElseThrow();
  }

  @Test
  void whoIsInNoRegisterStandsInTheDepartementOrElseTheRegion() {
    Place departement = PLACES.of(new BodyId("departement-35")).orElseThrow();
    assertThat(PLACES.around("35", "53").orElseThrow().lat()).isEqualTo(departement.lat());
    Place collectivity = PLACES.of(new BodyId("region-988")).orElseThrow();
    assertThat(PLACES.around("", "988").orElseThrow().lon()).isEqualTo(collectivity.lon());
    assertThat(PLACES.around("99", "99")).isEmpty();
  }

  @Test
  void everyRegionHasAMapOfItsDepartements() {
    for (Region region : Regions.all()) {
      drawn(region, Maps.region(region.code()).orElseThrow());
    }
  }

  private static void drawn(Region region, byte[] bytes) {
    String map = new String(bytes, StandardCharsets.UTF_8);
    assertThat(bytes).hasSizeLessThan(40_000);
    assertThat(map).startsWith("{\"type\":\"FeatureCollection\"").contains("\"licence\":\"");
    for (Departement departement : Regions.departements(region.code())) {
      assertThat(map)
          .contains("\"code\":\"" + departement.code() + "\"")
          .contains(departement.name());
    }
  }

  /// What a map covers, with a margin of 10 km: outlines are simplified, towns stand on shores.
  private record Box(double west, double south, double east, double north) {

    private static final double MARGIN = 0.1;

    static Box around(byte[] map) {
      double[] box = {180, 90, -180, -90};
      String text = new String(map, StandardCharsets.UTF_8);
      for (int at = text.indexOf("\"coordinates\""); at >= 0; ) {
        int open = text.indexOf('[', at);
        int close = open < 0 ? -1 : text.indexOf(']', open);
        if (close < 0) {
          break;
        }
        int inner = text.lastIndexOf('[', close);
        int comma = text.indexOf(',', inner);
        if (comma > inner && comma < close) {
          double lon = Double.parseDouble(text.substring(inner + 1, comma));
          double lat = Double.parseDouble(text.substring(comma + 1, close));
          box[0] = Math.min(box[0], lon);
          box[1] = Math.min(box[1], lat);
          box[2] = Math.max(box[2], lon);
          box[3] = Math.max(box[3], lat);
        }
        at = close + 1;
      }
      return new Box(box[0] - MARGIN, box[1] - MARGIN, box[2] + MARGIN, box[3] + MARGIN);
    }

    boolean holds(Place place) {
      return west <= place.lon()
          && place.lon() <= east
          && south <= place.lat()
          && place.lat() <= north;
    }
  }

  @Test
  void theLicenceIsNamed() {
    assertThat(PLACES.attribution()).contains("IGN").contains("INSEE").contains("GeoNames");
  }

  @Test
  void aForeignPathIsNoRegion() {
    assertThat(Maps.region("../register")).isEmpty();
    assertThat(Maps.region("")).isEmpty();
  }

  @Test
  void aPlaceIsOnEarth() {
    assertThatThrownBy(() -> new Place(91, 0, false)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Place(0, Double.NaN, false))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
