/// The mapping of formats to the Sigma taxonomy, read from data and compiled into tables.
@NullMarked
package fr.bastide.telemetry.internal.taxonomy;

import org.jspecify.annotations.NullMarked;
