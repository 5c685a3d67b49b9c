/// Tests of the pages of a body, drawn from a house in memory.
@NullMarked
package fr.bastide.web.body;

import org.jspecify.annotations.NullMarked;
