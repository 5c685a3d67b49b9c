/// Correlations at work: matches of rules go in, episodes in which a correlation holds come out.
@NullMarked
package fr.bastide.detection.correlation;

import org.jspecify.annotations.NullMarked;
