/// From which countries a body may buy, and why.
@NullMarked
package fr.bastide.directory.sourcing;

import org.jspecify.annotations.NullMarked;
