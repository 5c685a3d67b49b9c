/// Windows event logs in their binary form (EVTX), as events or as JSON.
@NullMarked
package fr.bastide.telemetry.evtx;

import org.jspecify.annotations.NullMarked;
