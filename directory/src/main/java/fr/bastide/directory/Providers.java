package fr.bastide.directory;

import java.util.List;
import java.util.Optional;

/// The providers known to the territory. Port.
///
/// An identifier and a SIREN each stand for one provider only. Nothing is overwritten unseen: who
/// replaces an entry says which one they read.
public interface Providers {

  /// Keeps a new provider.
  ///
  /// @throws DirectoryException when its identifier or its SIREN is taken
  void add(Provider provider);

  /// Puts an entry in the place of the one that was read.
  ///
  /// @param read the entry as it was when the change began
  /// @param changed the same provider, changed
  /// @throws DirectoryException when somebody was faster, the SIREN is taken, or the identifiers
  ///   differ
  void replace(Provider read, Provider changed);

  /// Takes a provider out; nothing happens when there is none.
  void remove(EntryId id);

  /// The provider with this identifier, if there is one.
  Optional<Provider> find(EntryId id);

  /// All providers, by identifier.
  List<Provider> all();
}
