/// Tests of how documents are made.
@NullMarked
package fr.bastide.print.internal;

import org.jspecify.annotations.NullMarked;
