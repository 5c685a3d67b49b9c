package fr.bastide.directory;

import java.time.LocalDate;

/// Where a fact of an entry comes from.
///
/// @param what the document or web address
/// @param on when it was looked at
/// @param says which facts it supports
public record Source(String what, LocalDate on, String says) {}
