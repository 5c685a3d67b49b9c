/// What a body lets a provider do, for how long, and through whom.
@NullMarked
package fr.bastide.loop.mandate;

import org.jspecify.annotations.NullMarked;
