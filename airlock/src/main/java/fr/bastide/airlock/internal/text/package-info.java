/// Text in its many forms: read by what it means, written anew as UTF-8.
@NullMarked
package fr.bastide.airlock.internal.text;

import org.jspecify.annotations.NullMarked;
