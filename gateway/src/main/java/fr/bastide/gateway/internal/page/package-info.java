/// The web page and WebDAV.
@NullMarked
package fr.bastide.gateway.internal.page;

import org.jspecify.annotations.NullMarked;
