package fr.bastide.loop.intake;

/// Where detection hands an alert over, within the house. Port, called by whatever watches.
public interface AlertIntake {

  /// Makes a report of an alert, so that those on call are told. The same alert again adds to its
  /// report instead.
  Report reportFromAlert(DetectedAlert alert);
}
