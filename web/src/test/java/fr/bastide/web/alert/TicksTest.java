package fr.bastide.web.alert;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.incident.reflex.ReflexCard;
import fr.bastide.incident.reflex.ReflexCards;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicksTest {

  private static final Instant NOW = Instant.parse("2026-11-25T01:14:00Z");

  private final ReflexCard card = ReflexCards.builtin().card("ransomware").orElseThrow();

  @Test
  void whatIsWrittenIsReadAgain() {
    Ticks ticks = new Ticks(Map.of()).with("unplug", NOW.minusSeconds(90)).with("backups", NOW);
    assertThat(ticks.written()).isEqualTo("unplug.1795569150,backups.1795569240");
    assertThat(Ticks.of(ticks.written(), card, NOW)).isEqualTo(ticks);
    assertThat(ticks.without("unplug").done()).containsOnlyKeys("backups");
  }

  @Test
  void theFirstInstantStands() {
    Ticks ticks = new Ticks(Map.of()).with("unplug", NOW).with("unplug", NOW.plusSeconds(60));
    assertThat(ticks.done()).containsEntry("unplug", NOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        ".",
        "unplug",
        "unplug.",
        "unplug.x",
        "unplug.-5",
        "unplug.0",
        "unplug.1795599999",
        "unplug.99999999999999999999",
        "castle.1795569240",
        "unplug.１７９５５６９２４０"
      })
  void whatCannotBeIsLeftOut(String written) {
    assertThat(Ticks.of(written, card, NOW).done()).isEmpty();
  }

  @Test
  void whatIsFarTooLongIsNotRead() {
    assertThat(Ticks.of("unplug.1795569240,".repeat(200), card, NOW).done()).isEmpty();
  }
}
