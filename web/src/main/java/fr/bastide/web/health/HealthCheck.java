package fr.bastide.web.health;

/// One thing that must work for the service to work; a bean of this type is asked by the health
/// page.
public interface HealthCheck {

  /// Its name in the answer, such as `database`.
  String name();

  /// Whether it works now; answers within a few seconds and does not throw.
  boolean works();
}
