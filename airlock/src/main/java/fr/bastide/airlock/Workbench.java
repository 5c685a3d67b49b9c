package fr.bastide.airlock;

/// Where one item is worked on: its policy, its remaining budget, and the door for the files it
/// holds.
public interface Workbench {

  Policy policy();

  /// Counts bytes that a decoder yielded against the item's budget.
  ///
  /// @throws RefusedException with [Reason#BOMB] when the budget is spent, [Reason#TIME_OUT] when
  ///   time is
  void yielded(long bytes);

  /// Counts parts (members, objects, pages) against the item's budget.
  ///
  /// @throws RefusedException with [Reason#TOO_MANY_PARTS] when the budget is spent,
  ///   [Reason#TIME_OUT] when time is
  void parts(int count);

  /// A file found inside the present one, sent through the same door, one level deeper, within the
  /// same budget.
  ///
  /// @return refused with [Reason#TOO_DEEP] when files are nested too deep
  Outcome pass(Content inner);
}
