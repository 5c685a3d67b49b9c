/// The windows, counts and saved state behind correlations.
@NullMarked
package fr.bastide.detection.internal.correlation;

import org.jspecify.annotations.NullMarked;
