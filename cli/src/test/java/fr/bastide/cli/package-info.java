/// The command line as scripts and people meet it.
@NullMarked
package fr.bastide.cli;

import org.jspecify.annotations.NullMarked;
