package fr.bastide.telemetry.internal.line;

import java.util.Map;

/// A line made by a generator, with what it means.
///
/// @param line the line, without its end
/// @param fields what its fields must say, the first value of each
/// @param micros when it happened
record Sample(String line, Map<String, String> fields, long micros) {}
