package fr.bastide.loop.plan;

import fr.bastide.assessment.Measure;
import java.time.LocalDate;

/// A measure of a plan with the day by which it is to be done.
record DueMeasure(Measure measure, LocalDate due) {

  boolean late(LocalDate today) {
    return due.isBefore(today);
  }
}
