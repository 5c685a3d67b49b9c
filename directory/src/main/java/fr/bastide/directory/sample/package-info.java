/// A fictional directory, for rehearsals and tests.
@NullMarked
package fr.bastide.directory.sample;

import org.jspecify.annotations.NullMarked;
