package fr.bastide.gateway;

import fr.bastide.airlock.flow.Flow;
import fr.bastide.airlock.link.HighSettings;
import java.nio.file.Path;
import java.util.Optional;

/// How a high side is run with its doors.
///
/// @param link how the link is run
/// @param flows the flows file; needed by the doors
/// @param direction which flows of the file this machine carries
/// @param doors what else is opened
public record HighPlan(
    HighSettings link, Optional<Path> flows, Flow.Direction direction, DoorPlan doors) {}
