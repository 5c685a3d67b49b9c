/// What to do first: the measures that raise the score most under a budget, with the proof.
@NullMarked
package fr.bastide.assessment.plan;

import org.jspecify.annotations.NullMarked;
