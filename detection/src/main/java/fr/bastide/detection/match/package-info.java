/// Many rules matched against a stream of events.
@NullMarked
package fr.bastide.detection.match;

import org.jspecify.annotations.NullMarked;
