/// Who did what to which object: append-only and hash-chained.
@NullMarked
package fr.bastide.loop.journal;

import org.jspecify.annotations.NullMarked;
