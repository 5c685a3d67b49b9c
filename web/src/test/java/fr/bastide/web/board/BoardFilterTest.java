package fr.bastide.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.assessment.Grade;
import fr.bastide.kernel.BodyForm;
import fr.bastide.loop.board.Boards;
import org.junit.jupiter.api.Test;

class BoardFilterTest {

  @Test
  void whatAUrlSaysThatMeansNothingCountsAsNoChoice() {
    BoardFilter filter = BoardFilter.of("toolong", "CASTLE", "F", "  ", "UPWARDS", "-3");
    assertThat(filter.narrows()).isFalse();
    assertThat(filter.order()).isEqualTo(Boards.Order.WEAKEST);
    assertThat(filter.page()).isEqualTo(1);
    assertThat(filter.at("/board")).isEqualTo("/board");
  }

  @Test
  void aChoiceSurvivesTheWayThroughItsUrl() {
    BoardFilter filter = BoardFilter.of("09", "EPCI", "D", "foix & co", "NAME", "3");
    assertThat(filter.form()).contains(BodyForm.EPCI);
    assertThat(filter.grade()).contains(Grade.D);
    assertThat(filter.at("/board", 3))
        .isEqualTo("/board?departement=09&form=EPCI&grade=D&name=foix+%26+co&order=NAME&page=3");
  }

  @Test
  void aPageAsksForItsOwnRowsAlone() {
    Boards.Query query = BoardFilter.of("", "", "", "", "", "4").query();
    assertThat(query.offset()).isEqualTo(3 * BoardFilter.ON_A_PAGE);
    assertThat(query.limit()).isEqualTo(BoardFilter.ON_A_PAGE);
  }
}
