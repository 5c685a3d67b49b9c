package fr.bastide.assessment.plan;

import fr.bastide.kernel.Money;
import java.util.Optional;

/// What a body can spend on its plan.
///
/// @param budget the most for setup and yearly costs together over the horizon, tax excluded
/// @param setup the most for setup alone, if bounded
/// @param yearly the most per year for yearly costs, if bounded
/// @param days the most person-days of the body's own people over the horizon
/// @param months the horizon: every chosen measure and its prerequisites must be able to end within
///   it
public record Limits(
    Money budget, Optional<Money> setup, Optional<Money> yearly, double days, int months) {}
