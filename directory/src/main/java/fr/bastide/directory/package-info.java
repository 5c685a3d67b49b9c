/// Who can help the bodies of a territory, with what, from where, and at what price.
@NullMarked
package fr.bastide.directory;

import org.jspecify.annotations.NullMarked;
