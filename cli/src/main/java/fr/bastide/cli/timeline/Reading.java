package fr.bastide.cli.timeline;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// What stands at the head of a timeline: what was read, with what, and what went wrong.
///
/// @param files the log files, in the order of reading
/// @param troubles the first things that could not be read, in words
/// @param troubled how many there were
/// @param rules the rules that ran
/// @param command the words of the command line
/// @param version the version of Bastide
/// @param made when
/// @param zone in which times are told
public record Reading(
    List<FileRead> files,
    List<String> troubles,
    long troubled,
    RuleSet rules,
    List<String> command,
    String version,
    Instant made,
    ZoneId zone) {

  public Reading {
    files = List.copyOf(files);
    troubles = List.copyOf(troubles);
    command = List.copyOf(command);
  }

  /// How many events were read.
  public long events() {
    return files.stream().mapToLong(FileRead::events).sum();
  }
}
