/// The tables and small programs with which rules are matched fast.
@NullMarked
package fr.bastide.detection.internal.match;

import org.jspecify.annotations.NullMarked;
