/// Reports and calendars that leave Bastide: HTML, PDF/UA and iCalendar.
@NullMarked
package fr.bastide.print;

import org.jspecify.annotations.NullMarked;
