package fr.bastide.directory.panel;

import fr.bastide.directory.Directory;
import fr.bastide.directory.EntryId;
import fr.bastide.directory.Provider;
import java.util.List;
import java.util.Optional;

/// Conflicts of interest: who audited does not sell the remedy, who supplied does not audit; a firm
/// and those of its group are one. A tie that the body has declared it knows is told, and excludes
/// nobody; in an incident, who supplied what failed often knows it best: told as well.
final class Ties {

  private final Need need;
  private final Directory directory;

  Ties(Need need, Directory directory) {
    this.need = need;
    this.directory = directory;
  }

  void check(Provider provider, List<Check> checks) {
    switch (need.kind()) {
      case MEASURE ->
          check(
              provider,
              need.ties().auditedBy(),
              Reason.HAS_AUDITED,
              Reason.HAS_AUDITED_DECLARED,
              checks);
      case AUDIT ->
          check(
              provider,
              need.ties().suppliedBy(),
              Reason.HAS_SUPPLIED,
              Reason.HAS_SUPPLIED_DECLARED,
              checks);
      case INCIDENT ->
          need.ties().suppliedBy().stream()
              .filter(tie -> same(tie.provider(), provider))
              .forEach(
                  tie -> checks.add(Check.of(Reason.HAS_SUPPLIED_WHAT_FAILED, tie.provider())));
    }
  }

  private void check(
      Provider provider,
      List<Need.Tie> ties,
      Reason excluded,
      Reason declared,
      List<Check> checks) {
    for (Need.Tie tie : ties) {
      if (same(tie.provider(), provider)) {
        Optional<String> words = tie.declared();
        checks.add(
            words
                .map(said -> Check.of(declared, tie.provider(), said))
                .orElseGet(() -> Check.of(excluded, tie.provider())));
      }
    }
  }

  /// Whether these are one firm, or two of one group.
  private boolean same(EntryId tied, Provider provider) {
    return tied.equals(provider.id())
        || provider.identity().group().isPresent()
            && directory
                .provider(tied)
                .map(other -> other.identity().group())
                .equals(Optional.of(provider.identity().group()));
  }
}
