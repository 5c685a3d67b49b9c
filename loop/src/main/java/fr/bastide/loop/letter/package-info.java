/// Letters that leave by mail, queued in the transaction that caused them.
@NullMarked
package fr.bastide.loop.letter;

import org.jspecify.annotations.NullMarked;
