package fr.bastide.assessment.internal;

import fr.bastide.assessment.Cost;
import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Pooling;
import fr.bastide.assessment.plan.PlanRequest;
import fr.bastide.kernel.Money;

/// A measure as one body would take it.
///
/// @param measure the measure
/// @param price what it takes, pooling counted
/// @param cents what counts against the budget over the horizon, in euro cents
/// @param days thousandths of a person-day
/// @param path calendar months from the start of its first prerequisite to its own end
/// @param pooled whether the price is the one of a purchase together
record PlanMeasure(Measure measure, Cost price, long cents, long days, int path, boolean pooled) {

  /// Parts of a person-day in which days are counted, so that sums are exact.
  static final double DAY = 1000;

  /// The measure at the price of this request.
  ///
  /// @param together whether it may be bought together at all
  static PlanMeasure of(Measure measure, PlanRequest request, int path, boolean together) {
    Cost list = measure.cost(request.sheet().size());
    boolean pooled =
        together
            && measure.pooling().isPresent()
            && request.pooledWith() >= measure.pooling().get().fromBodies();
    Cost price = pooled ? shared(list, measure.pooling().get()) : list;
    long cents = overHorizon(price, request.limits().months());
    return new PlanMeasure(measure, price, cents, Math.round(price.days() * DAY), path, pooled);
  }

  /// Setup and yearly cost over this many months, to the cent.
  static long overHorizon(Cost price, int months) {
    long yearly = Math.multiplyExact(price.yearly().cents(), (long) months);
    return Math.addExact(price.setup().cents(), Math.floorDiv(yearly + 6, 12L));
  }

  private static Cost shared(Cost list, Pooling pooling) {
    return new Cost(
        new Money(Math.round(list.setup().cents() * pooling.setupShare())),
        new Money(Math.round(list.yearly().cents() * pooling.yearlyShare())),
        list.days());
  }

  long setupCents() {
    return price.setup().cents();
  }

  long yearlyCents() {
    return price.yearly().cents();
  }

  String id() {
    return measure.id();
  }
}
