/// In-memory twins of the ports: what the adapters must do, in its simplest form. For tests.
@NullMarked
package fr.bastide.loop.memory;

import org.jspecify.annotations.NullMarked;
