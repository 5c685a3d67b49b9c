/// Carries letters to a mail server.
@NullMarked
package fr.bastide.post;

import org.jspecify.annotations.NullMarked;
