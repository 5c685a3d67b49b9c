@NullMarked
package fr.bastide.airlock.internal.audit;

import org.jspecify.annotations.NullMarked;
