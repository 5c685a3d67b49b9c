/// The pages of an assessment: questionnaire, explained score, history, report, and the method.
@NullMarked
package fr.bastide.web.assessment;

import org.jspecify.annotations.NullMarked;
