package fr.bastide.airlock.internal.archive;

import fr.bastide.airlock.Reason;

/// Takes the members of an archive one by one, in its order, as a reader finds them.
interface Members {

  /// A file.
  ///
  /// @param name as the archive has it, hostile
  void file(String name, byte[] bytes);

  /// Something that cannot cross: a link, a device, a file of a method nobody uses.
  void refused(String name, Reason reason);
}
