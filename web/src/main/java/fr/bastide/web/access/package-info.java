/// Who comes in: security headers, sign-in, invitations, passkeys, sessions.
@NullMarked
package fr.bastide.web.access;

import org.jspecify.annotations.NullMarked;
