/// How the embedded server is unpacked, initialised, started and stopped, and how a backup is laid
/// out.
@NullMarked
package fr.bastide.store.internal;

import org.jspecify.annotations.NullMarked;
