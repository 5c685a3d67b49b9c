package fr.bastide.loop.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.assessment.Depth;
import fr.bastide.loop.Denied;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.contract.Samples;
import fr.bastide.loop.memory.House;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JournalDeskTest {

  private final House house = new House();
  private final Body body = house.body("Foix");
  private final Body other = house.body("Pamiers");
  private final Caller mayor = house.of(body, BodyRole.OFFICIAL);
  private final Caller stranger = house.of(other, BodyRole.OFFICIAL);
  private final Caller administrator = house.of(CentreRole.ADMINISTRATOR);

  @Test
  void aBodySeesWhatWasDoneToItAlone() {
    house.bodies().setWorkstations(stranger, other.id(), 5);
    var id = house.assessments().start(mayor, body.id(), Depth.FLASH).id();
    assertThat(house.journal().ofBody(mayor, body.id(), 10)).hasSize(1);
    JournalEvent event = house.journal().ofBody(mayor, body.id(), 10).getFirst().event();
    assertThat(event)
        .isEqualTo(
            new JournalEvent(
                house.clock().instant(),
                mayor.account(),
                "START_ASSESSMENT",
                Optional.of(body.id()),
                "assessment " + id));
    assertThatThrownBy(() -> house.journal().ofBody(stranger, body.id(), 10))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> house.journal().latest(mayor, 10)).isInstanceOf(Denied.class);
    assertThat(house.journal().latest(administrator, 10)).hasSize(2);
  }

  @Test
  void howManyIsBounded() {
    house.bodies().setWorkstations(mayor, body.id(), 5);
    house.bodies().setWorkstations(mayor, body.id(), 6);
    for (int wrong : new int[] {Integer.MIN_VALUE, -1, 0}) {
      assertThat(house.journal().ofBody(mayor, body.id(), wrong)).hasSize(1);
      assertThat(house.journal().latest(administrator, wrong)).hasSize(1);
    }
    assertThat(house.journal().latest(administrator, Integer.MAX_VALUE)).hasSize(2);
  }

  @Test
  void whatFailedLeavesNoEntry() {
    assertThatThrownBy(() -> house.bodies().setWorkstations(stranger, body.id(), 5))
        .isInstanceOf(NotFound.class);
    assertThat(house.acts()).isEmpty();
  }

  @Test
  void anObjectIsCutBetweenCharacters() {
    String castles = "x" + "🏰".repeat(JournalEvent.MAX_OBJECT);
    JournalEvent event =
        new JournalEvent(Samples.NOON, Optional.empty(), "A", Optional.empty(), castles);
    assertThat(event.object()).hasSizeLessThanOrEqualTo(JournalEvent.MAX_OBJECT).endsWith("🏰");
    assertThat(event.object().codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff)).isTrue();
  }
}
