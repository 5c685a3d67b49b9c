package fr.bastide.loop.territory;

import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Siren;
import java.util.Optional;

/// A public body as the official division of France knows it.
///
/// @param id its form and code: `commune-09194`, `epci-200044469`, `departement-09`, `region-76`
/// @param form commune, EPCI, departement or region
/// @param name its official name, in French
/// @param code its official code: INSEE code of a commune, SIREN of an EPCI, code of a departement
///   or region
/// @param siren its SIREN; the source gives none for departements, regions and some overseas
///   communes
/// @param population its inhabitants (municipal population); unknown for uninhabited territories
/// @param departement code of its departement; for an EPCI, the one where most of its inhabitants
///   live; empty for a region
/// @param region code of its region; for an EPCI, the one where most of its inhabitants live
/// @param epci SIREN of the EPCI a commune belongs to
public record RegisterEntry(
    BodyId id,
    BodyForm form,
    String name,
    String code,
    Optional<Siren> siren,
    Optional<Integer> population,
    String departement,
    String region,
    Optional<String> epci) {}
