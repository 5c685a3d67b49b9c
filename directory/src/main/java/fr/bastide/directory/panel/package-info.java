/// Which providers are shown to a body for a need, drawn fairly and replayable.
@NullMarked
package fr.bastide.directory.panel;

import org.jspecify.annotations.NullMarked;
