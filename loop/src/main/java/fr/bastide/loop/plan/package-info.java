/// Plans that are kept and followed up.
@NullMarked
package fr.bastide.loop.plan;

import org.jspecify.annotations.NullMarked;
