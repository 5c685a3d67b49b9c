package fr.bastide.incident.escalation;

import java.time.Instant;

/// Somebody to tell at an instant.
///
/// @param rule why and whom
/// @param about the duty or the return it is about; empty when it is the case as a whole
/// @param at from when on
public record Escalation(EscalationRule rule, String about, Instant at) {}
