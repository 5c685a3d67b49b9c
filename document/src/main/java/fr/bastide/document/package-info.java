/// YAML that people write, read without tags or anchors and within bounds, and what is to be said
/// about it.
@NullMarked
package fr.bastide.document;

import org.jspecify.annotations.NullMarked;
