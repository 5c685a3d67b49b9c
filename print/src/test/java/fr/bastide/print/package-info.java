/// Tests of reports and calendars, on a small town hall made up for them.
@NullMarked
package fr.bastide.print;

import org.jspecify.annotations.NullMarked;
