/// Tests of the pages of a plan, drawn from a house in memory.
@NullMarked
package fr.bastide.web.plan;

import org.jspecify.annotations.NullMarked;
