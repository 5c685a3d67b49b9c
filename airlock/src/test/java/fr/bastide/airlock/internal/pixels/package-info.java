@NullMarked
package fr.bastide.airlock.internal.pixels;

import org.jspecify.annotations.NullMarked;
