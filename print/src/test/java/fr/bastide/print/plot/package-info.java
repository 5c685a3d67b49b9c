/// Tests of the plots.
@NullMarked
package fr.bastide.print.plot;

import org.jspecify.annotations.NullMarked;
