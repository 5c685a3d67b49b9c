package fr.bastide.gateway;

import fr.bastide.airlock.flow.Flow;
import fr.bastide.airlock.link.LowSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How a low side is run with its doors.
///
/// @param link how the link is run; its folder `in` is the one people drop into
/// @param flows the flows file; without one, every subfolder of `in` is a flow under `policy`, and
///   files get there by a rename
/// @param direction which flows of the file this machine carries
/// @param policy the disarming policy where there is no flows file
/// @param settle how long a dropped file must stay as it is before it is taken
/// @param workers how many worker processes disarm
/// @param doors what else is opened; needs a flows file
public record LowPlan(
    LowSettings link,
    Optional<Path> flows,
    Flow.Direction direction,
    String policy,
    Duration settle,
    int workers,
    DoorPlan doors) {}
