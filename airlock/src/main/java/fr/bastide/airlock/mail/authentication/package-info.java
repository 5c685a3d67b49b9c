/// What can be proved about where a message comes from: SPF, DKIM and DMARC checked, and the seal
/// (ARC) on what leaves. It asks the DNS through a port, and touches no network itself.
@NullMarked
package fr.bastide.airlock.mail.authentication;

import org.jspecify.annotations.NullMarked;
