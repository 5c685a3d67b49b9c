/// The second look at a rebuilt file before it leaves, by parsers that share nothing with those
/// that wrote it.
@NullMarked
package fr.bastide.airlock.internal.audit;

import org.jspecify.annotations.NullMarked;
