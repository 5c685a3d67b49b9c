/// Writes documents for word processors (Office Open XML).
@NullMarked
package fr.bastide.print.internal.docx;

import org.jspecify.annotations.NullMarked;
