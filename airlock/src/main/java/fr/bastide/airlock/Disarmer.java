package fr.bastide.airlock;

import java.util.Set;

/// A rebuilder for some kinds of file: it parses the whole, and writes a new file from an
/// allow-list. What it does not understand it drops with a [Finding], or refuses.
///
/// A disarmer keeps no state, trusts nothing it reads, never touches network, files or the clock,
/// and counts its work on the [Workbench]. Running out of memory or time is caught above it.
public interface Disarmer {

  /// The kinds it rebuilds.
  Set<ContentType> types();

  /// The file rebuilt or refused.
  ///
  /// @param content the file; its `type` was found by [ContentTypes], whatever it declares
  /// @throws RefusedException when deep in a parser it turns out that the file must be refused
  Outcome disarm(Content content, ContentType type, Workbench bench);
}
