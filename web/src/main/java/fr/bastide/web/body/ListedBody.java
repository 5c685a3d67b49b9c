package fr.bastide.web.body;

import fr.bastide.loop.assess.Result;
import fr.bastide.loop.body.Body;
import java.util.Optional;

/// One body in a list.
///
/// @param body the body
/// @param result the result of its latest completed assessment, if it may be seen
public record ListedBody(Body body, Optional<Result> result) {}
