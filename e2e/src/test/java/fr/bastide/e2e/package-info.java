/// The real application, over its real database, in a real browser.
@NullMarked
package fr.bastide.e2e;

import org.jspecify.annotations.NullMarked;
