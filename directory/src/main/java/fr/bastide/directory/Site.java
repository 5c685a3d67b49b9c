package fr.bastide.directory;

import fr.bastide.kernel.InseeCode;
import java.util.Optional;

/// A place where a provider works.
///
/// @param commune name of the commune, at most 100 characters
/// @param insee code of the commune, if known
/// @param coordinates where it is, if known; a provider without any is never near
public record Site(String commune, Optional<InseeCode> insee, Optional<Coordinates> coordinates) {}
