/// What every page shares: layout, language, navigation, public pages and errors.
@NullMarked
package fr.bastide.web.frame;

import org.jspecify.annotations.NullMarked;
