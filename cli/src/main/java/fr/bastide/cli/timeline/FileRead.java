package fr.bastide.cli.timeline;

/// A log file that was read.
///
/// @param name its path, as it was given
/// @param bytes how many bytes were read
/// @param sha256 of exactly those bytes, in hexadecimal; empty when it was not computed
/// @param events how many events it held
/// @param first the time of its earliest event, in microseconds;
///   [fr.bastide.telemetry.Event#NO_TIME] when none tells one
/// @param last the time of its latest event
/// @param troubles how many places could not be read
/// @param whole whether it was read to its end
public record FileRead(
    String name,
    long bytes,
    String sha256,
    long events,
    long first,
    long last,
    long troubles,
    boolean whole) {}
