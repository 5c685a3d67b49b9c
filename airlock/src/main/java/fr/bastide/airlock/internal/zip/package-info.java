/// ZIP containers read strictly and written plainly: the base of OOXML, OpenDocument and archives.
@NullMarked
package fr.bastide.airlock.internal.zip;

import org.jspecify.annotations.NullMarked;
