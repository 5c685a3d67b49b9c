/// Surges: rates and values that leave their habit, and attackers that strike a whole territory.
@NullMarked
package fr.bastide.detection.surge;

import org.jspecify.annotations.NullMarked;
