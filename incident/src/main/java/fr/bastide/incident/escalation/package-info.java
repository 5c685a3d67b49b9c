/// Who is told when an incident is grave, or when nothing moves.
@NullMarked
package fr.bastide.incident.escalation;

import org.jspecify.annotations.NullMarked;
