package fr.bastide.directory;

import fr.bastide.kernel.Money;
import java.time.LocalDate;

/// What insures a provider's mistakes (professional liability).
///
/// @param insurer who insures
/// @param cover the most it pays for one claim
/// @param until last day in force
public record Insurance(String insurer, Money cover, LocalDate until) {}
