/// The loopback port for whoever operates the machine: health and metrics.
@NullMarked
package fr.bastide.web.health;

import org.jspecify.annotations.NullMarked;
