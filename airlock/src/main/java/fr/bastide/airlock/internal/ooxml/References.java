package fr.bastide.airlock.internal.ooxml;

/// The relationships of the part in work.
interface References {

  /// Whether a relationship leaves; asking names it, so that it is written with the part.
  boolean leaves(String id);
}
