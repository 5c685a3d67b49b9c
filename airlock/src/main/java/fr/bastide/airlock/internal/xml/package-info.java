/// XML read without any declaration, entity or outside resource, within bounds, and written anew.
@NullMarked
package fr.bastide.airlock.internal.xml;

import org.jspecify.annotations.NullMarked;
