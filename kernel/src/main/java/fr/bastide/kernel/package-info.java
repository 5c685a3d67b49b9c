/// The few values that every part of Bastide names in the same way.
@NullMarked
package fr.bastide.kernel;

import org.jspecify.annotations.NullMarked;
