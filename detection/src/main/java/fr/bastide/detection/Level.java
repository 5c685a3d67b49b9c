package fr.bastide.detection;

/// How much an alert matters, lowest first (Sigma specification 2.1.0, attribute `level`).
public enum Level {
  INFORMATIONAL,
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL
}
