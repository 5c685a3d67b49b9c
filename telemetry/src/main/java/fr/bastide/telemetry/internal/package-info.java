/// What the decoders share: bytes on their way in.
@NullMarked
package fr.bastide.telemetry.internal;

import org.jspecify.annotations.NullMarked;
