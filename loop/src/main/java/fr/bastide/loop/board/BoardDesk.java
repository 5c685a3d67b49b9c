package fr.bastide.loop.board;

import fr.bastide.loop.FreeText;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.access.UseCase;
import java.util.List;

/// Shows the territory to those who watch over it.
public final class BoardDesk {

  private static final int MAX_TEXT = 200;
  private static final int MAX_CODE = 3;

  private final Threshold threshold;
  private final Boards boards;
  private final String scale;

  /// A desk over these boards.
  ///
  /// @param scale the version of the scale in use: means and counts are of its results alone
  public BoardDesk(Threshold threshold, Boards boards, String scale) {
    this.threshold = threshold;
    this.boards = boards;
    this.scale = scale;
  }

  /// The version of the scale in use.
  public String scale() {
    return scale;
  }

  /// Bodies by grade, for the centre.
  @UseCase(Act.READ_BOARD)
  public Boards.Page rows(Caller caller, Boards.Query query) {
    Boards.Query bounded =
        new Boards.Query(
            query.departement(),
            query.form(),
            query.grade(),
            query.text(),
            query.order(),
            Math.max(0, query.offset()),
            Math.clamp(query.limit(), 1, Boards.Query.MAX_LIMIT));
    return threshold.cross(
        caller,
        Act.READ_BOARD,
        "board",
        () -> {
          query.text().ifPresent(text -> FreeText.require("text", text, MAX_TEXT));
          query.departement().ifPresent(code -> FreeText.require("departement", code, MAX_CODE));
          return boards.rows(bounded);
        });
  }

  /// Figures without any name, for the State observer too; none can be had by difference.
  @UseCase(Act.READ_AGGREGATES)
  public List<Aggregate> aggregates(Caller caller) {
    return threshold.cross(
        caller, Act.READ_AGGREGATES, "aggregates", () -> Disclosure.safe(boards.aggregates(scale)));
  }
}
