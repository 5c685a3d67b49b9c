/// Assessments that are kept: answers by several people, history, scores.
@NullMarked
package fr.bastide.loop.assess;

import org.jspecify.annotations.NullMarked;
