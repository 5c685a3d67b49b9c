package fr.bastide.airlock.internal.legacy;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Workbench;
import java.util.Optional;

/// The seam for another way to convert an old file, such as an office suite in a worker of its own.
///
/// What it makes is trusted no more than what came in: it goes through the door like any file.
@FunctionalInterface
public interface LegacyConverter {

  /// The file as OOXML or PDF; empty when this way is not open for it, and the reader of the house
  /// converts it.
  Optional<Content> convert(Content content, ContentType type, Workbench bench);
}
