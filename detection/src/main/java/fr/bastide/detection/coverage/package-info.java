/// Which techniques of ATT&CK a set of rules looks for, and how to show it.
@NullMarked
package fr.bastide.detection.coverage;

import org.jspecify.annotations.NullMarked;
