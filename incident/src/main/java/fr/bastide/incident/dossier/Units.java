package fr.bastide.incident.dossier;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The register of police and gendarmerie units.
@FunctionalInterface
public interface Units {

  /// Nobody has imported a register.
  Units NONE = () -> List.of();

  /// Every unit, in any order.
  List<Unit> all();

  /// The units nearest to a victim: by distance when its place is known, else those of its own
  /// commune. None is guessed.
  ///
  /// @param most how many at most
  default List<Unit> near(Victim victim, int most) {
    Optional<Place> from = victim.place();
    Stream<Unit> units =
        from.isPresent()
            ? all().stream()
                .filter(unit -> unit.place().isPresent())
                .sorted(
                    Comparator.comparingDouble(
                            (Unit unit) -> unit.place().orElseThrow().kilometres(from.get()))
                        .thenComparing(Unit::name))
            : all().stream()
                .filter(unit -> victim.commune().filter(unit.commune()::equals).isPresent())
                .sorted(Comparator.comparing(Unit::name));
    return units.limit(most).toList();
  }
}
