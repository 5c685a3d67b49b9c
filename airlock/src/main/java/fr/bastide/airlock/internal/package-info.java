/// The airlock's own knowledge, read from its resources.
@NullMarked
package fr.bastide.airlock.internal;

import org.jspecify.annotations.NullMarked;
