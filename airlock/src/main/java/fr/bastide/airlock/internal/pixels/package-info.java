/// The last resort: a document that cannot be rebuilt leaves as pictures of its pages, with its
/// words behind them so that it can still be searched.
@NullMarked
package fr.bastide.airlock.internal.pixels;

import org.jspecify.annotations.NullMarked;
