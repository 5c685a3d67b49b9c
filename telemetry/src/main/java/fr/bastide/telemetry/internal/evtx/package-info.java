/// How the binary event logs of Windows are taken apart: chunks, records, binary XML, templates.
@NullMarked
package fr.bastide.telemetry.internal.evtx;

import org.jspecify.annotations.NullMarked;
