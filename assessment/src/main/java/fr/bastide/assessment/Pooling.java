package fr.bastide.assessment;

/// How a measure gets cheaper when several bodies buy it together.
///
/// @param fromBodies the least number of bodies, at least 2
/// @param setupShare what each still pays of its setup, 0 to 1
/// @param yearlyShare what each still pays of its yearly cost, 0 to 1
public record Pooling(int fromBodies, double setupShare, double yearlyShare) {}
