@NullMarked
package fr.bastide.airlock.worker;

import org.jspecify.annotations.NullMarked;
