package fr.bastide.web.board;

import fr.bastide.loop.board.BoardRow;
import fr.bastide.loop.territory.Departement;
import java.util.List;
import java.util.Optional;

/// What the board shows.
///
/// @param filter what was chosen
/// @param rows the bodies of this page
/// @param total how many fit in all
/// @param figures the whole territory, whatever was chosen
/// @param departements those that can be chosen
/// @param territory the name of the territory
/// @param attribution whom to name beside the map; empty when there is no map
public record BoardView(
    BoardFilter filter,
    List<BoardRow> rows,
    int total,
    BoardFigures figures,
    List<Departement> departements,
    String territory,
    Optional<String> attribution) {

  /// Whether something of what is shown is invented.
  public boolean example() {
    return rows.stream().anyMatch(BoardRow::example);
  }

  /// How many pages there are.
  public int pages() {
    return Math.max(1, (total + BoardFilter.ON_A_PAGE - 1) / BoardFilter.ON_A_PAGE);
  }
}
