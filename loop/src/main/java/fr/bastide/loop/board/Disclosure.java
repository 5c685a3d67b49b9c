package fr.bastide.loop.board;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Keeps figures from telling by difference what they do not tell by themselves: when the groups
/// that are too small to be shown have together fewer than [Aggregate#LEAST] bodies, the whole less
/// the others would be their figures, so the smallest group that is shown goes as well.
///
/// This is the complementary suppression of statistical offices (Hundepool et al., *Statistical
/// Disclosure Control*, 2012, chapter 4), for tables of one dimension.
final class Disclosure {

  private Disclosure() {}

  /// The figures that can be shown together.
  static List<Aggregate> safe(List<Aggregate> groups) {
    List<Aggregate> shown =
        groups.stream().filter(group -> group.bodies() >= Aggregate.LEAST).toList();
    Optional<Aggregate> whole = shown.stream().filter(Disclosure::whole).findFirst();
    if (whole.isEmpty()) {
      return List.of();
    }
    int bodies = whole.get().bodies();
    shown = safe(shown, bodies, group -> group.departement().isPresent());
    return safe(shown, bodies, group -> group.form().isPresent());
  }

  private static boolean whole(Aggregate group) {
    return group.departement().isEmpty() && group.form().isEmpty();
  }

  private static List<Aggregate> safe(
      List<Aggregate> groups, int whole, Predicate<Aggregate> family) {
    int hidden = whole - groups.stream().filter(family).mapToInt(Aggregate::bodies).sum();
    if (hidden == 0 || hidden >= Aggregate.LEAST) {
      return groups;
    }
    Optional<Aggregate> smallest =
        groups.stream().filter(family).min(Comparator.comparingInt(Aggregate::bodies));
    return groups.stream()
        .filter(group -> smallest.filter(least -> least == group).isEmpty())
        .toList();
  }
}
