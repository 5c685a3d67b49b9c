/// The pages of one body: where it stands, its people, its mandates, its journal.
@NullMarked
package fr.bastide.web.body;

import org.jspecify.annotations.NullMarked;
