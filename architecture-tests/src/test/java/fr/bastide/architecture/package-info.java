/// The rules of the house, checked.
@NullMarked
package fr.bastide.architecture;

import org.jspecify.annotations.NullMarked;
