/// The public bodies of the territory.
@NullMarked
package fr.bastide.loop.body;

import org.jspecify.annotations.NullMarked;
