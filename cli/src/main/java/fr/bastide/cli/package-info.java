/// The command line: what an auditor or an operator does without opening a page.
@NullMarked
package fr.bastide.cli;

import org.jspecify.annotations.NullMarked;
