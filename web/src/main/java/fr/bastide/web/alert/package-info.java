/// The pages for somebody under attack: one step at a time, nothing kept.
@NullMarked
package fr.bastide.web.alert;

import org.jspecify.annotations.NullMarked;
