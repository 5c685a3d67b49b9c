/// PDF rebuilt: a new document from an allow-list of objects, never the old one with parts cut out.
@NullMarked
package fr.bastide.airlock.internal.pdf;

import org.jspecify.annotations.NullMarked;
