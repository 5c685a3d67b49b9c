package fr.bastide.loop.intake;

/// A report with the secret of its link, which nobody can be told a second time.
///
/// @param report the report
/// @param secret the secret; opens the report for whoever has it
public record Linked(Report report, String secret) {

  @Override
  public String toString() {
    return "Linked[" + report.id() + "]";
  }
}
