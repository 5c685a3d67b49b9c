package fr.bastide.directory.panel;

import fr.bastide.directory.Directory;
import fr.bastide.directory.Provider;
import fr.bastide.directory.Solution;
import fr.bastide.directory.internal.DirectoryJson;
import fr.bastide.document.CanonicalJson;
import java.util.List;
import java.util.Optional;

/// A directory as a draw sees it: without people, references, sources nor outcomes. What is not in
/// it cannot sway a draw.
///
/// @param facts what is left
/// @param digest SHA-256 of its canonical JSON (RFC 8785), in hexadecimal
public record Snapshot(Directory facts, String digest) {

  /// The snapshot of a directory.
  public static Snapshot of(Directory directory) {
    Directory facts =
        new Directory(
            directory.version(),
            directory.providers().stream().map(Snapshot::bare).toList(),
            directory.solutions().stream().map(Snapshot::bare).toList(),
            List.of());
    return new Snapshot(facts, CanonicalJson.digest(DirectoryJson.of(facts)));
  }

  private static Provider bare(Provider full) {
    Provider.Identity who = full.identity();
    Provider.Presence presence = full.presence();
    Provider.Guarantees guarantees = full.guarantees();
    return new Provider(
        full.id(),
        new Provider.Identity(
            who.name(),
            who.legalName(),
            who.siren(),
            Optional.empty(),
            who.group(),
            who.fictional()),
        new Provider.Presence(
            presence.sites(),
            List.of(),
            presence.areas(),
            presence.hours(),
            presence.unavailableUntil()),
        full.offer(),
        new Provider.Guarantees(List.of(), guarantees.insurance(), guarantees.validation()),
        full.control(),
        List.of());
  }

  private static Solution bare(Solution full) {
    return new Solution(
        full.id(),
        full.name(),
        full.vendor(),
        full.origin(),
        full.certifications(),
        full.prices(),
        full.measures(),
        Optional.empty(),
        full.fictional(),
        List.of());
  }
}
