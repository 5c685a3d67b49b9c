/// Rules of others taken into the data directory: whole or not at all, with their licence.
@NullMarked
package fr.bastide.detection.imports;

import org.jspecify.annotations.NullMarked;
