/// The receipt of a file that came to the door: what it was, what was taken out and why, what left,
/// sealed with the operator's key, for machines and for people.
@NullMarked
package fr.bastide.airlock.receipt;

import org.jspecify.annotations.NullMarked;
