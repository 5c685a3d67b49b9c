/// Pictures: decoded to pixels within bounds, and encoded anew.
@NullMarked
package fr.bastide.airlock.internal.image;

import org.jspecify.annotations.NullMarked;
