package fr.bastide.print.internal.report;

import fr.bastide.print.plot.Plot;
import java.util.List;

/// The page of the elected official.
///
/// @param frame what stands around it
/// @param gauge the score
/// @param meaning what the grade means
/// @param caps why the grade is capped; empty when it is not
/// @param strengths three at most
/// @param weaknesses three at most, the gravest first
/// @param urgent three measures at most
/// @param brings what the plan brings, as short facts; empty without a plan
public record OfficialPage(
    Frame frame,
    Plot gauge,
    String meaning,
    List<String> caps,
    List<Point> strengths,
    List<Point> weaknesses,
    List<Urgent> urgent,
    List<Fact> brings) {

  /// A strong or a weak point.
  ///
  /// @param title in a few words
  /// @param detail in a sentence or two
  public record Point(String title, String detail) {}

  /// A measure to take now.
  ///
  /// @param name what to do
  /// @param price what it costs, with the days of work
  /// @param due by when
  /// @param firstStep what to do on Monday
  public record Urgent(String name, String price, String due, String firstStep) {}

  /// Something the plan brings or takes.
  ///
  /// @param label what
  /// @param value how much
  public record Fact(String label, String value) {}
}
