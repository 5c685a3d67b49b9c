/// JSON records as events: one pass over the bytes, without objects in between.
@NullMarked
package fr.bastide.telemetry.internal.json;

import org.jspecify.annotations.NullMarked;
