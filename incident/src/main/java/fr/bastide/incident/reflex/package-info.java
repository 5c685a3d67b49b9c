/// What to do in the first hour, by kind of incident: reflex cards that anybody can follow.
@NullMarked
package fr.bastide.incident.reflex;

import org.jspecify.annotations.NullMarked;
