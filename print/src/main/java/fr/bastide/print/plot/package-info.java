/// Plots drawn as SVG, each with its title, its description and the table that says the same.
@NullMarked
package fr.bastide.print.plot;

import org.jspecify.annotations.NullMarked;
