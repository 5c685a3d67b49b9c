package fr.bastide.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeldLabelTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

  private static HeldLabel held(Optional<LocalDate> from, Optional<LocalDate> until) {
    return new HeldLabel("passi", "", from, until, Optional.empty());
  }

  @Test
  void holdsFromItsFirstDayToItsLast() {
    HeldLabel label = held(Optional.of(FIRST), Optional.of(LAST));
    assertThat(label.inForce(FIRST.minusDays(1))).isFalse();
    assertThat(label.inForce(FIRST)).isTrue();
    assertThat(label.inForce(LAST)).isTrue();
    assertThat(label.inForce(LAST.plusDays(1))).isFalse();
  }

  @Test
  void withoutAnEndItNeverHolds() {
    assertThat(held(Optional.of(FIRST), Optional.empty()).inForce(FIRST)).isFalse();
    assertThat(held(Optional.empty(), Optional.of(LAST)).inForce(FIRST)).isTrue();
  }
}
