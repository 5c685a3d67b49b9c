/// Archives: each file within sent through the same door, and the archive written anew as ZIP.
@NullMarked
package fr.bastide.airlock.internal.archive;

import org.jspecify.annotations.NullMarked;
