/// What the law asks of the victim of an incident, and by when.
@NullMarked
package fr.bastide.incident.obligation;

import org.jspecify.annotations.NullMarked;
