package fr.bastide.directory.sourcing;

import fr.bastide.directory.CountryCode;
import fr.bastide.kernel.Text;
import java.time.LocalDate;

/// A state from which nothing is bought, and why.
///
/// @param state the state
/// @param since the day of the act on which the reason rests
/// @param reason why, for people
/// @param source the act: declaration, regulation, decision
public record Exclusion(CountryCode state, LocalDate since, Text reason, String source) {}
