package fr.bastide.loop.plan;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.AccountId;

/// Whose plan a secret calendar address shows, and for whom it was made: it shows no more than that
/// person may read today.
public record CalendarAddress(BodyId body, AccountId holder) {}
