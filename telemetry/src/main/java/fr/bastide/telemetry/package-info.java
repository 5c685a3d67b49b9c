/// Events as security sources write them, and the formats they come in.
@NullMarked
package fr.bastide.telemetry;

import org.jspecify.annotations.NullMarked;
