/// OpenDocument rebuilt: each part parsed and written anew against lists of what may leave.
@NullMarked
package fr.bastide.airlock.internal.odf;

import org.jspecify.annotations.NullMarked;
