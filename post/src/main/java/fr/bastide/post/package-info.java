/// Carries letters to a mail server, and reads a mailbox.
@NullMarked
package fr.bastide.post;

import org.jspecify.annotations.NullMarked;
