/// Files on their way in: drop folders, the spool of the link, receipts, what is released.
@NullMarked
package fr.bastide.gateway.internal.files;

import org.jspecify.annotations.NullMarked;
