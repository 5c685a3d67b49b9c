/// Alerts as STIX, held against the specification and its schemas.
@NullMarked
package fr.bastide.detection.stix;

import org.jspecify.annotations.NullMarked;
