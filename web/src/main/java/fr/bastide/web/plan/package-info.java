/// What a body does next: its plan made, shown, moved on, hung on the wall and in the calendar.
@NullMarked
package fr.bastide.web.plan;

import org.jspecify.annotations.NullMarked;
