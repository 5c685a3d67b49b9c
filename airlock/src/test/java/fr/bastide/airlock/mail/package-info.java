@NullMarked
package fr.bastide.airlock.mail;

import org.jspecify.annotations.NullMarked;
