package fr.bastide.assessment;

import fr.bastide.kernel.Money;

/// What a measure takes from a body of one size.
///
/// @param setup paid once, tax excluded
/// @param yearly paid every year, tax excluded
/// @param days the body's own person-days to put it in place
public record Cost(Money setup, Money yearly, double days) {}
