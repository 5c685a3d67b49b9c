/// Facts of a case as a file, and results for machines.
@NullMarked
package fr.bastide.incident.file;

import org.jspecify.annotations.NullMarked;
