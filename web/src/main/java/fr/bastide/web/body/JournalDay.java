package fr.bastide.web.body;

import java.time.LocalDate;
import java.util.List;

/// What happened on one day, latest first.
public record JournalDay(LocalDate date, List<Deed> deeds) {}
