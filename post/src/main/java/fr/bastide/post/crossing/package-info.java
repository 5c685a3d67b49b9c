/// Mail that crosses the airlock: received by SMTP on the low side, handed to a mail server on the
/// high side.
@NullMarked
package fr.bastide.post.crossing;

import org.jspecify.annotations.NullMarked;
