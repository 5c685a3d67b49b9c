package fr.bastide.loop.mandate;

/// What a mandate lets a provider do.
public enum MandateScope {
  /// Assess: answer, complete, plan.
  ASSESS,
  /// Watch logs and alerts.
  MONITOR,
  /// Help in an incident.
  RESPOND,
  /// Inspect applications, devices, exposure.
  INSPECT
}
