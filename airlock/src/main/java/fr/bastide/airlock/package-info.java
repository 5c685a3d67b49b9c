/// Files at the door: what they really are, what was taken out of them, what leaves and with which
/// receipt.
@NullMarked
package fr.bastide.airlock;

import org.jspecify.annotations.NullMarked;
