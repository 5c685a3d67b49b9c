/// When the centre comes back to the victim.
@NullMarked
package fr.bastide.incident.followup;

import org.jspecify.annotations.NullMarked;
