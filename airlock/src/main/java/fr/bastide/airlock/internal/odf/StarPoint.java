package fr.bastide.airlock.internal.odf;

/// A point of a line.
///
/// @param control whether the line is only drawn towards it (Bézier)
record StarPoint(int x, int y, boolean control) {}
