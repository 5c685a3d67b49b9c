package fr.bastide.loop.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.assessment.Depth;
import fr.bastide.loop.Denied;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.board.Boards.Order;
import fr.bastide.loop.board.Boards.Query;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.memory.House;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoardDeskTest {

  private final House house = new House();
  private final BoardDesk desk = house.boards();
  private final Caller lead = house.of(CentreRole.CSIRT_LEAD);

  private Body assessed(String name) {
    Body body = house.body(name);
    Caller mayor = house.of(body, BodyRole.OFFICIAL);
    var id = house.assessments().start(mayor, body.id(), Depth.FLASH).id();
    house.assessments().complete(mayor, body.id(), id);
    return body;
  }

  private static Query query(Optional<String> departement, Optional<String> text, int n, int m) {
    return new Query(departement, Optional.empty(), Optional.empty(), text, Order.NAME, n, m);
  }

  @Test
  void theCentreSeesTheBoardAndTheStateSeesFiguresAlone() {
    for (int i = 0; i < Aggregate.LEAST; i++) {
      assessed("Commune " + i);
    }
    Caller observer = house.of(CentreRole.STATE_OBSERVER);
    assertThat(desk.rows(lead, Query.all(100)).total()).isEqualTo(Aggregate.LEAST);
    assertThat(desk.aggregates(observer)).hasSize(3);
    assertThatThrownBy(() -> desk.rows(observer, Query.all(100))).isInstanceOf(Denied.class);
    Caller mayor = house.of(house.body("Foix"), BodyRole.OFFICIAL);
    assertThatThrownBy(() -> desk.rows(mayor, Query.all(100))).isInstanceOf(Denied.class);
    assertThatThrownBy(() -> desk.aggregates(mayor)).isInstanceOf(Denied.class);
    assertThatThrownBy(() -> desk.aggregates(Caller.VISITOR)).isInstanceOf(Denied.class);
  }

  @Test
  void howManyIsBounded() {
    assessed("Arbas");
    assessed("Bordes");
    assertThat(desk.rows(lead, query(Optional.empty(), Optional.empty(), -5, -5)).rows())
        .hasSize(1);
    assertThat(
            desk.rows(lead, query(Optional.empty(), Optional.empty(), 0, Integer.MAX_VALUE)).rows())
        .hasSize(2);
  }

  @Test
  void whatCannotBeLookedForIsRefused() {
    for (Query wrong :
        List.of(
            query(Optional.of("09\0"), Optional.empty(), 0, 9),
            query(Optional.of("0".repeat(99)), Optional.empty(), 0, 9),
            query(Optional.empty(), Optional.of("\ud83c"), 0, 9),
            query(Optional.empty(), Optional.of("x".repeat(201)), 0, 9))) {
      assertThatThrownBy(() -> desk.rows(lead, wrong)).isInstanceOf(Invalid.class);
    }
  }
}
