package fr.bastide.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CoordinatesTest {

  private static final Coordinates TOULOUSE = new Coordinates(43_596_000, 1_432_100);
  private static final Coordinates MONTPELLIER = new Coordinates(43_613_400, 3_869_200);

  @Test
  void distancesAreThoseOfTheGlobe() {
    assertThat(TOULOUSE.kilometresTo(MONTPELLIER)).isEqualTo(196);
    assertThat(MONTPELLIER.kilometresTo(TOULOUSE)).isEqualTo(196);
    assertThat(TOULOUSE.kilometresTo(TOULOUSE)).isZero();
    // a quarter and a half of a meridian: 10,008 and 20,015 km on the mean sphere
    assertThat(new Coordinates(0, 0).kilometresTo(new Coordinates(90_000_000, 0)))
        .isEqualTo(10_008);
    assertThat(new Coordinates(0, 0).kilometresTo(new Coordinates(0, 180_000_000)))
        .isEqualTo(20_015);
    assertThat(new Coordinates(0, 179_000_000).kilometresTo(new Coordinates(0, -179_000_000)))
        .isEqualTo(222);
  }

  @Test
  void noPointIsBeyondThePole() {
    assertThatThrownBy(() -> new Coordinates(90_000_001, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Coordinates(0, Integer.MIN_VALUE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
