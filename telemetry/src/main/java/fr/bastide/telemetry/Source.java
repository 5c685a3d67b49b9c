package fr.bastide.telemetry;

/// Whose events these are and where they come from; nothing is ever compared across tenants but by
/// what is meant to.
///
/// @param tenant the body the events belong to; empty on the command line
/// @param name the file or the sender, for people
public record Source(String tenant, String name) {

  /// A file or stream without tenant.
  public static Source named(String name) {
    return new Source("", name);
  }
}
