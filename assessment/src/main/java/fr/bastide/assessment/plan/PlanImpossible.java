package fr.bastide.assessment.plan;

import fr.bastide.assessment.AssessmentException;
import fr.bastide.kernel.Text;

/// The measures that a body insists on do not fit its limits.
public final class PlanImpossible extends AssessmentException {

  private static final long serialVersionUID = 1L;

  public PlanImpossible(Text text) {
    super(text);
  }
}
