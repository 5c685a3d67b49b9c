/// The pages on which somebody under attack tells the centre, and those on which operators take
/// what was told.
@NullMarked
package fr.bastide.web.intake;

import org.jspecify.annotations.NullMarked;
