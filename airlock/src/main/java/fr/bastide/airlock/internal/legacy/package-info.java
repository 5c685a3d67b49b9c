/// Office files of before 2007 and rich text: read, never edited, and written anew as OOXML.
@NullMarked
package fr.bastide.airlock.internal.legacy;

import org.jspecify.annotations.NullMarked;
