/// Who signs in: passwords, attempts, sessions.
@NullMarked
package fr.bastide.gateway.internal.access;

import org.jspecify.annotations.NullMarked;
