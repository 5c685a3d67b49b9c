@NullMarked
package fr.bastide.airlock.flow;

import org.jspecify.annotations.NullMarked;
