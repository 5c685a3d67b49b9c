/// How the knowledge is read and the verdicts are made; not for other modules.
@NullMarked
package fr.bastide.incident.internal;

import org.jspecify.annotations.NullMarked;
