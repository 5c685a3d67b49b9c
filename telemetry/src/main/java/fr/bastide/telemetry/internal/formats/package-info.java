/// Which format some bytes are in.
@NullMarked
package fr.bastide.telemetry.internal.formats;

import org.jspecify.annotations.NullMarked;
