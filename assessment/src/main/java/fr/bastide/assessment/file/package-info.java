/// Answer files, results and exports: what an auditor works with when there is no server.
@NullMarked
package fr.bastide.assessment.file;

import org.jspecify.annotations.NullMarked;
