package fr.bastide.incident.followup;

import fr.bastide.kernel.Text;
import java.time.LocalDate;

/// A day on which the centre comes back to the victim.
///
/// @param id which one, such as `three-months`
/// @param months how long after the incident became certain
/// @param due the day by calendar
/// @param contact the first working day from then on
/// @param purpose what for
public record FollowUp(String id, int months, LocalDate due, LocalDate contact, Text purpose) {}
