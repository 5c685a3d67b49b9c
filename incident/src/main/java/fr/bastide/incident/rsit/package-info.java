/// What kind of incident it is, in the reference taxonomy of the incident teams.
@NullMarked
package fr.bastide.incident.rsit;

import org.jspecify.annotations.NullMarked;
