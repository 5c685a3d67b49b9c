/// The Linux audit trail: several records, one event.
@NullMarked
package fr.bastide.telemetry.internal.audit;

import org.jspecify.annotations.NullMarked;
