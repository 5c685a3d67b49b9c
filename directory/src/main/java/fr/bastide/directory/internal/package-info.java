/// How files are read and written.
@NullMarked
package fr.bastide.directory.internal;

import org.jspecify.annotations.NullMarked;
