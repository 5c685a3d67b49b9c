@NullMarked
package fr.bastide.airlock.receipt;

import org.jspecify.annotations.NullMarked;
