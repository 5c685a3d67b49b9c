package fr.bastide.incident.reflex;

import fr.bastide.kernel.Text;

/// One thing to do.
///
/// @param id its name within the card, such as `unplug`
/// @param phase what it is for
/// @param who who does it
/// @param minutes how long it usually takes
/// @param act what to do, one short sentence in the imperative
/// @param why what it saves
/// @param avoid what not to do meanwhile
public record Step(String id, Phase phase, Doer who, int minutes, Text act, Text why, Text avoid) {}
