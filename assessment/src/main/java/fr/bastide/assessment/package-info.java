/// Where a body stands: the questions asked, what was answered, and the score with its reasons.
@NullMarked
package fr.bastide.assessment;

import org.jspecify.annotations.NullMarked;
