package fr.bastide.loop.mandate;

import fr.bastide.kernel.Siren;
import fr.bastide.loop.ProviderId;
import java.util.Optional;

/// A firm that works for public bodies.
///
/// @param id its identifier
/// @param name its trade name
/// @param siren its SIREN, if known
/// @param city where it sits
public record Provider(ProviderId id, String name, Optional<Siren> siren, String city) {}
