package fr.bastide.loop.board;

import fr.bastide.assessment.Grade;
import fr.bastide.kernel.BodyForm;
import java.util.List;
import java.util.Optional;

/// Reads the territory as a whole. Port.
public interface Boards {

  /// What to show of the board.
  ///
  /// @param departement only this one
  /// @param form only this one
  /// @param grade only this one
  /// @param text only names that contain it, in any case; `%` and `_` mean themselves
  /// @param order by what
  /// @param offset how many to skip
  /// @param limit how many at most, up to [#MAX_LIMIT]
  record Query(
      Optional<String> departement,
      Optional<BodyForm> form,
      Optional<Grade> grade,
      Optional<String> text,
      Order order,
      int offset,
      int limit) {

    /// The most rows at once.
    public static final int MAX_LIMIT = 10_000;

    /// Everything, the weakest first.
    public static Query all(int limit) {
      return new Query(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Order.WEAKEST,
          0,
          limit);
    }
  }

  /// How rows are ordered.
  enum Order {
    WEAKEST,
    STRONGEST,
    NAME,
    OLDEST
  }

  /// One page of rows and how many there are in all.
  record Page(List<BoardRow> rows, int total) {

    public Page {
      rows = List.copyOf(rows);
    }
  }

  /// The bodies that were assessed and that the caller may see: each with its latest completed
  /// assessment, else with the open one.
  Page rows(Query query);

  /// Figures of the latest completed assessments, by departement, by form, and for the whole, never
  /// crossed; groups under [Aggregate#LEAST] are left out by the database itself.
  ///
  /// @param scale only results of this scale: those of another one do not compare
  List<Aggregate> aggregates(String scale);
}
