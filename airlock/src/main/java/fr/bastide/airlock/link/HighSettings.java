package fr.bastide.airlock.link;

import java.nio.file.Path;

/// How a high side is run.
///
/// @param out the folder into which items are published
/// @param state the folder of what it must remember
/// @param keys the folder of its keys
/// @param shape as on the low side
/// @param first the lowest number that is waited for
public record HighSettings(
    Path out, Path state, Path keys, LinkRoute route, LinkShape shape, long first) {}
