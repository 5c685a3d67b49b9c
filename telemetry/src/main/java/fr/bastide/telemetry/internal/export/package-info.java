/// The mapping of events to the schemas of other tools, read from data.
@NullMarked
package fr.bastide.telemetry.internal.export;

import org.jspecify.annotations.NullMarked;
