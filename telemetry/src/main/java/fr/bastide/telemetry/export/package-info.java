/// Events for other tools: the Elastic Common Schema and the Open Cybersecurity Schema Framework.
@NullMarked
package fr.bastide.telemetry.export;

import org.jspecify.annotations.NullMarked;
