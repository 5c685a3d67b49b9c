package fr.bastide.cli;

import java.nio.file.Path;

/// A log file to read.
///
/// @param path where it is
/// @param tenant the body whose log it is; empty when all are one body's
record LogFile(Path path, String tenant) {}
