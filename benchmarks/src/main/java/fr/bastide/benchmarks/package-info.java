/// Speed and size, measured with the command that measures them again.
@NullMarked
package fr.bastide.benchmarks;

import org.jspecify.annotations.NullMarked;
