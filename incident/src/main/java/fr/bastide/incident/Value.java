package fr.bastide.incident;

import java.time.Instant;

/// What somebody answers to a [Question].
public sealed interface Value {

  /// Yes or no.
  record Flag(boolean yes) implements Value {}

  /// One of the choices of the question.
  ///
  /// @param id the identifier of the choice
  record Choice(String id) implements Value {}

  /// How many, in the unit the question names.
  record Count(long number) implements Value {}

  /// When, to the minute.
  record Moment(Instant instant) implements Value {}
}
