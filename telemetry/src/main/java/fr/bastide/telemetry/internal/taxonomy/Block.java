package fr.bastide.telemetry.internal.taxonomy;

import java.util.List;

/// Conditions that together let one entry apply.
///
/// @param entry the position of the entry
/// @param conditions what must hold
record Block(int entry, List<Condition> conditions) {}
