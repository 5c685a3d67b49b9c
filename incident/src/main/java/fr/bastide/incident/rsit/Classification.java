package fr.bastide.incident.rsit;

import fr.bastide.kernel.Text;

/// One type that fits a case.
///
/// @param type what kind of incident
/// @param confidence how sure
/// @param reason why, in plain words
public record Classification(IncidentType type, Confidence confidence, Text reason) {}
