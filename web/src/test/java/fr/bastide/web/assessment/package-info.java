/// Tests of the pages of an assessment, on desks over a store in memory.
@NullMarked
package fr.bastide.web.assessment;

import org.jspecify.annotations.NullMarked;
