/// Who may do what: callers, roles, acts, and the threshold each use case crosses.
@NullMarked
package fr.bastide.loop.access;

import org.jspecify.annotations.NullMarked;
