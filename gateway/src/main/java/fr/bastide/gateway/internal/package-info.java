/// What both sides share within.
@NullMarked
package fr.bastide.gateway.internal;

import org.jspecify.annotations.NullMarked;
