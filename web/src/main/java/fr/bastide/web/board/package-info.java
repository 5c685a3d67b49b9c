/// The territory at a glance: the board of the centre, and figures without names.
@NullMarked
package fr.bastide.web.board;

import org.jspecify.annotations.NullMarked;
