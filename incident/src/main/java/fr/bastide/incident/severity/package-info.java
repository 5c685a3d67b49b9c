/// How grave an incident is, by its effect on the missions of the body.
@NullMarked
package fr.bastide.incident.severity;

import org.jspecify.annotations.NullMarked;
