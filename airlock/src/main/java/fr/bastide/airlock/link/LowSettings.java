package fr.bastide.airlock.link;

import java.nio.file.Path;
import java.time.Duration;

/// How a low side is run.
///
/// @param in the folder into which files are dropped
/// @param flow the flow of files that are in no subfolder
/// @param state the folder of its journal and what it must remember
/// @param keys the folder of its keys
/// @param megabits per second on the wire; 0 for no bound
/// @param kept how long items are kept to be sent again
/// @param keptBytes how many bytes of them at most
public record LowSettings(
    Path in,
    String flow,
    Path state,
    Path keys,
    LinkRoute route,
    LinkShape shape,
    int megabits,
    Duration kept,
    long keptBytes) {}
