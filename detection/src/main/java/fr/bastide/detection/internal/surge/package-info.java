/// The baselines behind surges: comparable moments, distances and how rare they are.
@NullMarked
package fr.bastide.detection.internal.surge;

import org.jspecify.annotations.NullMarked;
