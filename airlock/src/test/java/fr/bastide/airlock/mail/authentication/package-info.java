@NullMarked
package fr.bastide.airlock.mail.authentication;

import org.jspecify.annotations.NullMarked;
