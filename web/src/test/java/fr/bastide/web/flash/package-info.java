/// Tests of the flash assessment.
@NullMarked
package fr.bastide.web.flash;

import org.jspecify.annotations.NullMarked;
