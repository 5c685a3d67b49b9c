/// What each report says, in words ready to print.
@NullMarked
package fr.bastide.print.internal.report;

import org.jspecify.annotations.NullMarked;
