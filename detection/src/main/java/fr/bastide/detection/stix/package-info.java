/// Alerts as a STIX 2.1 bundle: what one desk sends to another.
@NullMarked
package fr.bastide.detection.stix;

import org.jspecify.annotations.NullMarked;
