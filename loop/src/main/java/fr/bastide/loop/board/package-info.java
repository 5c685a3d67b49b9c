/// The region's view: bodies by grade, and aggregates.
@NullMarked
package fr.bastide.loop.board;

import org.jspecify.annotations.NullMarked;
