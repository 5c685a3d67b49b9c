package fr.bastide.web.api;

import fr.bastide.kernel.Text;
import java.util.Optional;

/// One route as the page shows it.
///
/// @param verb the HTTP method
/// @param path the path with its variables
/// @param says what it does
/// @param scope the scope a token needs; empty for none
public record ApiRoute(String verb, String path, Text says, Optional<String> scope) {}
