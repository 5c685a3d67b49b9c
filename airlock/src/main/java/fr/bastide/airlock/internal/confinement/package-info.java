/// What the system is asked to keep from a worker before it sees a hostile byte: files, network,
/// other processes, privileges. Linux alone knows how; elsewhere nothing is claimed.
@NullMarked
package fr.bastide.airlock.internal.confinement;

import org.jspecify.annotations.NullMarked;
